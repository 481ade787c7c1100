import { type Finding } from "../../../verify/findings/finding";
import { guardPlans } from "../../../verify/guard/guard-plans";
import { aPlan, estateOf, type PlannedResource } from "./a-plan";

function guard(changes: readonly PlannedResource[], more = {}): readonly Finding[] {
  return guardPlans(new Map([["test-all", aPlan([], changes, more)]]), estateOf());
}

const replace = ["delete", "create"];

describe("A replacement", () => {
  test.each([
    ["aws_db_instance.a", "plan-replaces-data", "error"],
    ["aws_vpc.a", "plan-replaces-data", "error"],
    ["aws_ecr_repository.a", "plan-replaces-data", "error"],
    ["aws_lb.a", "plan-replaces-traffic", "warning"],
    ["aws_subnet.a", "plan-replaces-traffic", "warning"],
    ["module.m.aws_ecs_service.a[0]", "plan-replaces-traffic", "warning"],
  ])("of %s is found by %s", (address, rule, severity) => {
    expect(guard([{ address, actions: replace }])).toMatchObject([
      { rule, severity, place: `test-all/${address}`, environment: "test" },
    ]);
  });

  test("in the other order is found too", () => {
    const [finding] = guard([{ address: "aws_kms_key.a", actions: ["create", "delete"] }]);
    expect(finding?.rule).toBe("plan-replaces-data");
  });

  test.each(["aws_ecs_task_definition.a", "aws_iam_role.a"])("of %s is let through", (address) => {
    expect(guard([{ address, actions: replace }])).toEqual([]);
  });

  test("names every attribute that forces it", () => {
    const replacePaths = [["engine"], ["restore_to_point_in_time", 0, "restore_time"]];
    const [finding] = guard([{ address: "aws_db_instance.a", actions: replace, replacePaths }]);
    expect(finding).toMatchObject({
      attribute: "engine",
      got: expect.stringContaining("forced by engine, restore_to_point_in_time[0].restore_time"),
    });
  });

  test("names the attribute that AWS cannot change where the plan does not", () => {
    const values = { before: { username: "a", iops: 1 }, after: { username: "b", iops: 2 } };
    const [finding] = guard([{ address: "aws_db_instance.a", actions: replace, ...values }]);
    expect(finding?.attribute).toBe("username");
  });

  test.each([
    ["replace_because_tainted", /someone tainted it$/, /terraform untaint aws_kms_key\.a/],
    ["replace_by_triggers", /replace_triggered_by/, /lifecycle/],
    ["replace_because_cannot_update", /cannot change in place$/, /forces replacement/],
  ])("without such an attribute tells the reason %s", (reason, got, advice) => {
    const [finding] = guard([{ address: "aws_kms_key.a", actions: replace, reason }]);
    expect(finding).toMatchObject({
      got: expect.stringMatching(got),
      advice: expect.stringMatching(advice),
    });
  });

  test("tells no value", () => {
    const values = { before: { engine: "hush-1", password: "hush-2" }, after: { engine: "hush-3" } };
    const sensitive = { password: true };
    const change = { address: "aws_db_instance.a", actions: replace, ...values, sensitive };
    expect(JSON.stringify(guard([change]))).not.toContain("hush");
  });
});

describe("A deletion", () => {
  test.each([
    ["aws_s3_bucket.a", "plan-destroys-data", "error"],
    ["aws_cloudwatch_log_group.a", "plan-destroys-data", "error"],
    ["aws_nat_gateway.a", "plan-destroys-traffic", "warning"],
  ])("of %s is found by %s", (address, rule, severity) => {
    expect(guard([{ address, actions: ["delete"] }])).toMatchObject([{ rule, severity }]);
  });

  test("of what AWS keeps is let through", () => {
    const before = { skip_destroy: true };
    expect(guard([{ address: "aws_cloudwatch_log_group.a", actions: ["delete"], before }])).toEqual([]);
  });

  test.each(["aws_iam_role.a", "data.aws_vpc.a"])("of %s is let through", (address) => {
    expect(guard([{ address, actions: ["delete"] }])).toEqual([]);
  });

  test.each([["forget"], ["update"], ["create"], ["no-op"]])("is not what %s does", (action) => {
    expect(guard([{ address: "aws_s3_bucket.a", actions: [action] }])).toEqual([]);
  });

  test.each([
    ["delete_because_no_resource_config", "moved { from = aws_s3_bucket.a[0], to = <the new address> }"],
    ["delete_because_no_resource_config", "removed { from = aws_s3_bucket.a, lifecycle"],
    ["delete_because_no_module", "from the old module to the new one"],
    ["delete_because_count_index", "for_each"],
    ["delete_because_each_key", "put the key back"],
    ["delete_because_wrong_repetition", "moved { from = aws_s3_bucket.a[0]"],
    ["delete_because_no_move_target", "as `to`"],
    [undefined, "Plan without -destroy."],
  ])("for the reason %s is avoided by %s", (reason, advice) => {
    const change = { address: "aws_s3_bucket.a[0]", actions: ["delete"], ...(reason && { reason }) };
    expect(guard([change])[0]?.advice).toContain(advice);
  });

  test("names what it was probably renamed to: the new one that is most like it", () => {
    const before = { bucket: "logs", force_destroy: false };
    const reason = "delete_because_no_resource_config";
    const changes = [
      { address: "aws_s3_bucket.a", actions: ["delete"], before, reason },
      {
        address: "aws_s3_bucket.other",
        actions: ["create"],
        after: { bucket: "files", force_destroy: false },
      },
      {
        address: "aws_s3_bucket.renamed",
        actions: ["create"],
        after: { bucket: "logs", force_destroy: false },
      },
    ];
    expect(guard(changes)[0]?.advice).toContain("to = aws_s3_bucket.renamed }");
  });

  test("of what a resource still names afterwards is an error", () => {
    const before = { id: "subnet-0123456789abcdef0" };
    const balancer = {
      address: "aws_lb.b",
      mode: "managed",
      type: "aws_lb",
      values: { subnets: [before.id] },
    };
    const more = { planned_values: { root_module: { child_modules: [{ resources: [balancer] }] } } };
    expect(guard([{ address: "aws_subnet.a", actions: ["delete"], before }], more)).toMatchObject([
      { severity: "error", got: expect.stringContaining("while test-all/aws_lb.b still names it") },
    ]);
  });
});
