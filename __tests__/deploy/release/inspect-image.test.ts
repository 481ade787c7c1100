import { imageFit } from "../../../deploy/release/image-fit";
import { inspectImage } from "../../../deploy/release/inspect-image";

const registry = { readBlob: () => Promise.resolve('{"os":"linux","architecture":"arm64"}') };
const inspect = (manifest: object) =>
  inspectImage({ digest: "sha256:1", manifest: JSON.stringify(manifest), mediaType: "" }, registry);

describe("an image", () => {
  test.each(["application/vnd.docker.container.image.v1+json", "application/vnd.oci.image.config.v1+json"])(
    "with the configuration %s tells its platform there",
    async (mediaType) => {
      expect(await inspect({ config: { mediaType, digest: "sha256:c" } })).toMatchObject({
        platforms: [{ os: "linux", architecture: "arm64" }],
        acceptedDigests: ["sha256:1"],
      });
    },
  );

  test("that is an index accepts the digests of its images, attestations left out", async () => {
    const manifests = [
      { digest: "sha256:2", platform: { os: "linux", architecture: "amd64" } },
      { digest: "sha256:3", platform: { os: "unknown", architecture: "unknown" } },
    ];
    expect(await inspect({ manifests })).toMatchObject({
      platforms: [{ os: "linux", architecture: "amd64" }],
      acceptedDigests: ["sha256:1", "sha256:2"],
    });
  });

  test("is none when its configuration is another thing's", async () => {
    const mediaType = "application/vnd.cncf.helm.config.v1+json";
    expect(await inspect({ config: { mediaType, digest: "sha256:c" } })).toBeUndefined();
  });

  test("is none in the form that knows no configuration", async () => {
    expect(await inspect({ schemaVersion: 1, fsLayers: [] })).toBeUndefined();
  });
});

describe("an image that somebody pushed by hand", () => {
  const config = { mediaType: "application/vnd.oci.image.config.v1+json", digest: "sha256:c" };

  test.each([
    ["its manifest", "no JSON", "{}"],
    ["its configuration", JSON.stringify({ config }), "no JSON"],
  ])("is none when %s cannot be read", async (_, manifest, blob) => {
    const image = { digest: "sha256:1", manifest, mediaType: "" };
    expect(await inspectImage(image, { readBlob: () => Promise.resolve(blob) })).toBeUndefined();
  });
});

describe("the fit of an image", () => {
  const image = (architecture: string) => ({
    digest: "sha256:1",
    manifest: "",
    mediaType: "",
    platforms: [{ os: "linux", architecture }],
    acceptedDigests: [],
  });

  test.each([
    [undefined, "amd64"],
    ["X86_64" as const, "amd64"],
    ["ARM64" as const, "arm64"],
  ])("of a template for %p is given for %s", (cpuArchitecture, architecture) => {
    expect(imageFit(image(architecture), { runtimePlatform: { cpuArchitecture } })).toEqual([]);
  });

  test("of another processor is none", () => {
    expect(imageFit(image("arm"), { runtimePlatform: { cpuArchitecture: "ARM64" } })).toMatchObject([
      { must: "must be for linux/arm64, which the tasks run on", got: "linux/arm" },
    ]);
  });

  test("of a template for Windows is none", () => {
    const runtimePlatform = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" as const };
    expect(imageFit(image("amd64"), { runtimePlatform })).toMatchObject([{ must: "must be LINUX" }]);
  });
});
