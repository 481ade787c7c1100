import { orders, proxy, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

const digest = `sha256:${"a".repeat(64)}`;

describe("image", () => {
  test("may be left out of the application container", () => {
    expect(complaints([orders])).toEqual([]);
  });

  test("may have no tag in the application container", () => {
    expect(complaints([{ ...orders, image: "registry.example.com/orders" }])).toEqual([]);
  });

  test("is given in a sidecar", () => {
    expect(complaints([orders, { name: "proxy" }])).toEqual([
      'containers[1] must have the field "image", because only "orders" gets its image from the library',
    ]);
  });

  test.each(["proxy:1.2", `proxy@${digest}`, `proxy:latest@${digest}`])("of a sidecar may be %s", (image) => {
    expect(complaints([orders, { ...proxy, image }])).toEqual([]);
  });

  test.each(["proxy", "proxy:latest", "localhost:5000/proxy"])(
    "of a sidecar is fixed, unlike %s",
    (image) => {
      expect(complaints([orders, { ...proxy, image }])).toEqual([
        "containers[1].image must have a tag other than latest, or a digest, so that it changes only through a review",
      ]);
    },
  );

  test("of a sidecar without tag is said to have none", () => {
    const gots = ["proxy", "proxy:latest"].map(
      (image) => environments.read([orders, { ...proxy, image }]).problems[0]?.got,
    );
    expect(gots).toEqual(['no tag in "proxy"', '"proxy:latest"']);
  });

  const away = (image: string) => [orders, { ...proxy, image }];
  const enclosed = { region: "eu-west-1", privateImagesOnly: true };
  const ecr = (region: string) => `888888888888.dkr.ecr.${region}.amazonaws.com/proxy:1`;

  test("may be in a private registry of the region", () => {
    expect(complaints(away(ecr("eu-west-1")), enclosed)).toEqual([]);
  });

  test.each([
    "nginx:1.27",
    "public.ecr.aws/nginx/nginx:1.27",
    ecr("us-east-1"),
    "evil.dkr.ecr.eu-west-1.amazonaws.com/proxy:1",
  ])("is in a private registry of the region where tasks do not reach the internet, unlike %s", (image) => {
    expect(complaints(away(image), enclosed)).toEqual([
      "containers[1].image must be in a private ECR registry of eu-west-1: images come through its endpoints",
    ]);
  });

  test("may be public where tasks reach the internet", () => {
    expect(complaints(away("nginx:1.27"), { ...enclosed, privateImagesOnly: false })).toEqual([]);
  });

  test("is not missing in an application container whose name is misspelt", () => {
    expect(complaints([{ name: "ordres" }])).toEqual([
      'containers must have a container named "orders", the application container of the service',
    ]);
  });

  test.each(["", "Proxy:1", "proxy:", "proxy:a b", "https://example.com/proxy:1", "proxy@sha256:123"])(
    "is a reference, unlike %j",
    (image) => {
      expect(complaints([orders, { ...proxy, image }])).toEqual([
        "containers[1].image must be an image reference",
      ]);
    },
  );
});
