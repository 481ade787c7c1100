import { type Finding } from "../../../verify/findings/finding";
import { guardComparison } from "../../../verify/guard/guard-comparison";
import { aStack, compareStacks } from "../compare/two-sides";

const service = (controller: unknown, more: object = {}) => ({
  name: "a",
  ...(controller !== undefined && { deployment_controller: controller }),
  ...more,
});

function guard(before: object, after: object): readonly Finding[] {
  const side = (body: object) => aStack({ "aws_ecs_service.a": body });
  return guardComparison([compareStacks(side(before), side(after))]);
}

describe("A service handed over to another controller, without a plan", () => {
  test.each<[string, object, object]>([
    ["ECS", service({ type: "ECS" }), service({ type: "CODE_DEPLOY" })],
    ["ECS", service(undefined), service({ type: "CODE_DEPLOY" })],
    ["ECS", service([{}]), service([{ type: "CODE_DEPLOY" }])],
    ["EXTERNAL", service({ type: "EXTERNAL" }), service({ type: "CODE_DEPLOY" })],
  ])("is found with the way round (from %s, %#)", (from, before, after) => {
    expect(guard(before, after)).toMatchObject([
      {
        rule: "plan-changes-controller",
        severity: "error",
        environment: "test",
        place: "test-all/aws_ecs_service.a",
        got: `a change from ${from} to CODE_DEPLOY`,
        advice: expect.stringContaining("Make a second service under another name"),
      },
    ]);
  });

  test("is found back from CodeDeploy, too", () => {
    const [finding] = guard(service({ type: "CODE_DEPLOY" }), service(undefined));
    expect(finding?.got).toBe("a change from CODE_DEPLOY to ECS");
  });

  test.each<[string, object, object]>([
    ["the block only says the default", service(undefined), service({ type: "ECS" })],
    ["a variable says it", service({ type: "ECS" }), service({ type: "${var.controller}" })],
    [
      "Terraform leaves it as it is",
      service({ type: "ECS" }),
      service(
        { type: "CODE_DEPLOY" },
        { desired_count: 2, lifecycle: { ignore_changes: ["deployment_controller"] } },
      ),
    ],
    [
      "a new service stands in another cluster",
      service({ type: "ECS" }, { cluster: "one" }),
      service({ type: "CODE_DEPLOY" }, { cluster: "two" }),
    ],
  ])("is not meant when %s", (_, before, after) => {
    expect(guard(before, after)).toEqual([]);
  });
});
