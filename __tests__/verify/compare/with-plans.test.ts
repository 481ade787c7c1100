import { type Change, emptySummary } from "../../../terraform/summary/plan-summary";
import { compareSides } from "../../../verify/compare/compare-sides";
import { withPlans } from "../../../verify/compare/with-plans";
import { type Bodies } from "../../support/verified";
import { aStack } from "./two-sides";

/** What is told of two sides with a plan that does the given things. */
function planned(base: Bodies, head: Bodies, ...changes: readonly Change[]) {
  const plans = new Map([["test-all", { ...emptySummary, changes }]]);
  return withPlans(compareSides([aStack(base)], [aStack(head)]), plans).stacks.flatMap(
    ({ resources }) => resources,
  );
}

const [one, other] = [
  { "aws_lb.it": { name: "a", idle_timeout: 1 } },
  { "aws_lb.it": { name: "a", idle_timeout: 2 } },
];

describe("A plan", () => {
  test("wins over what the files show", () => {
    const plan: Change = {
      address: "aws_lb.it",
      type: "aws_lb",
      action: "replace",
      replacedFor: ["subnets"],
      loses: "its name",
    };
    expect(planned(one, other, plan)).toMatchObject([
      {
        action: "replace",
        forcedBy: ["subnets"],
        loses: "its name",
        attributes: [{ path: "idle_timeout", after: "2" }],
      },
    ]);
  });

  test("that leaves a change out says so", () => {
    expect(planned(one, other)).toMatchObject([
      { action: "keep", note: "not in the plan: applied already, or ignored" },
    ]);
  });

  test("adds what the files do not show, by name only", () => {
    const plan: Change = {
      address: "aws_vpc.it",
      type: "aws_vpc",
      action: "change",
      attributes: ["tags"],
      changedOutside: ["tags"],
    };
    expect(planned(one, one, plan)).toEqual([
      {
        address: "aws_vpc.it",
        type: "aws_vpc",
        action: "change",
        attributes: [{ path: "tags", attribute: "tags" }],
        forcedBy: [],
        note: "changed outside of Terraform",
      },
    ]);
  });

  test("that replaces a task definition makes a new revision", () => {
    const type = "aws_ecs_task_definition";
    const plan: Change = {
      address: `${type}.it`,
      type,
      action: "replace",
      replacedFor: ["container_definitions"],
    };
    expect(planned({}, {}, plan)).toMatchObject([{ action: "revise" }]);
  });

  test("that destroys and creates what looks renamed is one change", () => {
    const logs = (name: string) => ({
      [`aws_cloudwatch_log_group.${name}_logs`]: { name: `/${name}`, retention_in_days: 1 },
    });
    const plan = (name: string, action: Change["action"]): Change => ({
      address: `aws_cloudwatch_log_group.${name}_logs`,
      type: "aws_cloudwatch_log_group",
      action,
    });
    const found = planned(logs("a"), logs("b"), plan("a", "destroy"), plan("b", "add"));
    expect(found.map(({ action }) => action)).toEqual(["rename"]);
  });
});
