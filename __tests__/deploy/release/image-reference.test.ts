import { digestOf, readImageReference } from "../../../deploy/release/image-reference";

const repository = "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders";
const digest = `sha256:${"a".repeat(64)}`;

describe("an image reference", () => {
  test.each([
    ["abc123", { tag: "abc123" }],
    [digest, { digest }],
    [`${repository}:abc123`, { tag: "abc123" }],
    [`${repository}@${digest}`, { digest }],
    [`${repository}:abc123@${digest}`, { digest }],
  ])("%s is read", (given, selector) => {
    expect(readImageReference(given, repository)).toEqual(selector);
  });

  test.each([
    ["", "Give what the pipeline pushed"],
    ["orders:abc123", "Give what the pipeline pushed"],
    ["sha256:abc", "Give what the pipeline pushed"],
    [repository, "Say which"],
    [`${repository}-other:abc123`, "This service runs images of its own repository only"],
    [`${repository}@sha256:abc`, "Give what the pipeline pushed"],
    ["docker.io/library/nginx:1", "This service runs images of its own repository only"],
  ])("%p is refused with advice", (given, advice) => {
    expect(readImageReference(given, repository)).toMatchObject({
      where: "--image",
      advice: expect.stringContaining(advice),
    });
  });
});

describe("the digest of a container's image", () => {
  test.each([
    [`${repository}@${digest}`, digest],
    [`${repository}:dev`, undefined],
    [`${repository}-other@${digest}`, undefined],
    [undefined, undefined],
  ])("of %p is %p", (image, found) => {
    expect(digestOf(image, repository)).toBe(found);
  });
});
