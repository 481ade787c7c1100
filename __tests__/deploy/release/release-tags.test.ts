import { readReleaseTags, tagValue, writeReleaseTags } from "../../../deploy/release/release-tags";

describe("the tags of a release", () => {
  test("are read as they were written", () => {
    const release = {
      template: "arn:aws:ecs:eu-west-1:1:task-definition/a:1",
      digest: "sha256:1",
      commit: "abc",
    };
    expect(readReleaseTags(writeReleaseTags(release, []))).toEqual(release);
  });

  test("follow those of the template, without AWS's own and those of an older release", () => {
    const template = ["Team", "aws:cloudformation:stack-name", "ecs-env:healthy"].map((key) => ({
      key,
      value: "x",
    }));
    expect(writeReleaseTags({ digest: "sha256:1" }, template)).toEqual([
      { key: "Team", value: "x" },
      { key: "ecs-env:digest", value: "sha256:1" },
    ]);
  });

  test("leave room for those that come later", () => {
    const template = Array.from({ length: 50 }, (_, index) => ({ key: `t${index}`, value: "x" }));
    expect(writeReleaseTags({ digest: "sha256:1" }, template)).toHaveLength(48);
  });
});

describe("the value of a tag", () => {
  test.each([
    ["https://ci/job?id=7&x", "https://ci/job_id=7_x"],
    ["Zoë O'Neill", "Zoë O_Neill"],
    ["two\nlines", "two_lines"],
    ["a".repeat(300), "a".repeat(256)],
  ])("%p has only what AWS accepts", (given, value) => {
    expect(tagValue(given)).toBe(value);
  });

  test("ends with a whole character", () => {
    expect(tagValue("𠀀".repeat(300))).toBe("𠀀".repeat(256));
  });
});
