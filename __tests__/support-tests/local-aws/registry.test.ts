import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  ECRClient,
  GetDownloadUrlForLayerCommand,
  PutImageCommand,
} from "@aws-sdk/client-ecr";
import { LocalAws } from "../../support/local-aws/local-aws";
import { clientOptions } from "./client-options";

describe("The registry", () => {
  let aws: LocalAws;
  let ecr: ECRClient;
  const repository = { registryId: "999999999999", repositoryName: "orders" };

  beforeEach(async () => {
    aws = await LocalAws.start();
    ecr = new ECRClient(clientOptions(aws));
    aws.addService({ name: "orders" });
  });

  afterEach(async () => {
    ecr.destroy();
    await aws.stop();
  });

  async function manifestOf(imageDigest: string): Promise<string> {
    const { images } = await ecr.send(
      new BatchGetImageCommand({ ...repository, imageIds: [{ imageDigest }] }),
    );
    return images?.[0]?.imageManifest ?? "";
  }

  async function put(digest: string, imageTag: string): Promise<void> {
    await ecr.send(new PutImageCommand({ ...repository, imageManifest: await manifestOf(digest), imageTag }));
  }

  test("gives an image by its tag, and its configuration by a URL", async () => {
    const digest = aws.pushImage("orders", { tag: "abc", architecture: "arm64" });
    const { images } = await ecr.send(
      new BatchGetImageCommand({ ...repository, imageIds: [{ imageTag: "abc" }] }),
    );
    const manifest = JSON.parse(images?.[0]?.imageManifest ?? "{}");
    const { downloadUrl = "" } = await ecr.send(
      new GetDownloadUrlForLayerCommand({ ...repository, layerDigest: manifest.config.digest }),
    );
    const configuration = await (await fetch(downloadUrl)).json();
    expect([images?.[0]?.imageId?.imageDigest, configuration.architecture]).toEqual([digest, "arm64"]);
  });

  test("gives an index with an image for each architecture", async () => {
    const index = JSON.parse(await manifestOf(aws.pushImage("orders", { index: ["amd64", "arm64"] })));
    expect(index.manifests.map(({ platform }: { platform: object }) => platform)).toEqual([
      { architecture: "amd64", os: "linux" },
      { architecture: "arm64", os: "linux" },
    ]);
  });

  test("says which image it does not have", async () => {
    const { failures } = await ecr.send(
      new BatchGetImageCommand({ ...repository, imageIds: [{ imageTag: "none" }] }),
    );
    expect(failures).toMatchObject([{ failureCode: "ImageNotFound", imageId: { imageTag: "none" } }]);
  });

  test("moves an environment's tag", async () => {
    const [first, second] = [aws.pushImage("orders"), aws.pushImage("orders")];
    await put(first, "dev");
    await put(second, "dev");
    expect([aws.tagsOf("orders", first), aws.tagsOf("orders", second)]).toEqual([[], ["dev"]]);
  });

  test("does not move any other tag", async () => {
    aws.pushImage("orders", { tag: "healthy-dev-1" });
    await expect(put(aws.pushImage("orders"), "healthy-dev-1")).rejects.toMatchObject({
      name: "ImageTagAlreadyExistsException",
    });
  });

  test("refuses a tag that the image has already", async () => {
    const digest = aws.pushImage("orders", { tag: "dev" });
    await expect(put(digest, "dev")).rejects.toMatchObject({ name: "ImageAlreadyExistsException" });
  });

  test("tells all tags of an image", async () => {
    const digest = aws.pushImage("orders", { tag: "abc" });
    await put(digest, "dev");
    const { imageDetails } = await ecr.send(
      new DescribeImagesCommand({ ...repository, imageIds: [{ imageDigest: digest }] }),
    );
    expect(imageDetails?.[0]?.imageTags).toEqual(["abc", "dev"]);
  });

  test("lets no account in that its policy does not name", async () => {
    const stranger = new ECRClient(clientOptions(aws, "222222222222"));
    await expect(stranger.send(new DescribeImagesCommand({ ...repository }))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
    stranger.destroy();
  });

  test("has no repository that nobody made", async () => {
    await expect(
      ecr.send(new DescribeImagesCommand({ ...repository, repositoryName: "none" })),
    ).rejects.toMatchObject({ name: "RepositoryNotFoundException" });
  });
});
