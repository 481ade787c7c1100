import { lifecycleOf } from "../../../verify/rules/lifecycle-of";
import { environmentWith, resourceAt } from "../../support/verified";

const lifecycle = (written: unknown) =>
  lifecycleOf(resourceAt(environmentWith({ "aws_x.a": { lifecycle: written } }), "aws_x.a"));

describe("lifecycle", () => {
  test.each([
    ["nothing", undefined, []],
    ["names", { ignore_changes: ["tags", "desired_count"] }, ["tags", "desired_count"]],
    ["names as expressions", [{ ignore_changes: ["${task_definition}"] }], ["task_definition"]],
    ["everything", { ignore_changes: "all" }, ["all"]],
  ])("ignores %s", (_, written, expected) => {
    expect(lifecycle(written).ignores).toEqual(expected);
  });

  test.each([
    ["nothing", undefined, false],
    ["true", { create_before_destroy: true }, true],
    ["true as text, in a list", [{ create_before_destroy: "true" }], true],
    ["false", { create_before_destroy: false }, false],
  ])("creates before it destroys: %s", (_, written, expected) => {
    expect(lifecycle(written).createBeforeDestroy).toBe(expected);
  });

  test.each([
    ["nothing", undefined, false],
    ["true", { prevent_destroy: true }, true],
  ])("prevents that something is destroyed: %s", (_, written, expected) => {
    expect(lifecycle(written).preventDestroy).toBe(expected);
  });
});
