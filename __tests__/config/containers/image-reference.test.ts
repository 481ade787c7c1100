import { parseImageReference } from "../../../config/containers/image-reference";

const digest = `sha256:${"0".repeat(64)}`;

describe("image reference", () => {
  test.each([
    ["busybox", { name: "busybox" }],
    ["library/busybox:1.36", { name: "library/busybox", tag: "1.36" }],
    ["localhost:5000/a/b", { name: "localhost:5000/a/b" }],
    ["localhost:5000/a/b:c", { name: "localhost:5000/a/b", tag: "c" }],
    [`a.example.com/b@${digest}`, { name: "a.example.com/b", digest }],
    [`a.example.com/b:c@${digest}`, { name: "a.example.com/b", tag: "c", digest }],
    ["a__b/c-d.e:F_1", { name: "a__b/c-d.e", tag: "F_1" }],
  ])("%s is taken apart", (text, expected) => {
    expect(parseImageReference(text)).toEqual(expected);
  });

  test.each([
    ...["", ":", "/", "a:", ":a", "a/", "/a", "a//b", "A", "a b", "a:b:c", "a..b", "-a", "a-", "a_-b"],
    ...["a@sha256:0", `a@${digest}@${digest}`, "a:-b", `a:${"b".repeat(129)}`, "a".repeat(513), "a\n"],
  ])("%j is none", (text) => {
    expect(parseImageReference(text)).toBeUndefined();
  });

  test("is decided at once, whatever the text", () => {
    const start = performance.now();
    parseImageReference(`${"a-".repeat(256)}`);
    expect(performance.now() - start).toBeLessThan(100);
  });
});
