import { blastRadius, type PlannedAction, worstRadius } from "../../../verify/guard/blast-radius";

function radiusOf(type: string, attribute: string, before?: unknown, after?: unknown): string {
  const values = { before: { [attribute]: before }, after: { [attribute]: after } };
  return blastRadius({ type, action: "change", attributes: [attribute], ...values }).radius;
}

describe("Blast radius of a change", () => {
  test.each([
    ["aws_cloudwatch_log_group", "retention_in_days", 30, 7, "data-bearing"],
    ["aws_cloudwatch_log_group", "retention_in_days", 7, 30, "harmless"],
    ["aws_cloudwatch_log_group", "retention_in_days", 0, 7, "data-bearing"],
    ["aws_cloudwatch_log_group", "retention_in_days", undefined, 7, "data-bearing"],
    ["aws_cloudwatch_log_group", "retention_in_days", 7, 0, "harmless"],
    ["aws_db_instance", "backup_retention_period", 7, 0, "data-bearing"],
    ["aws_db_instance", "backup_retention_period", 7, 14, "harmless"],
    ["aws_db_instance", "deletion_protection", true, false, "data-bearing"],
    ["aws_db_instance", "deletion_protection", true, undefined, "data-bearing"],
    ["aws_db_instance", "deletion_protection", undefined, true, "harmless"],
    ["aws_db_instance", "skip_final_snapshot", false, true, "data-bearing"],
    ["aws_db_instance", "skip_final_snapshot", true, false, "harmless"],
    ["aws_db_instance", "instance_class", "db.t4g.medium", "db.t4g.large", "traffic-bearing"],
    ["aws_db_instance", "performance_insights_enabled", false, true, "harmless"],
    ["aws_ecs_service", "desired_count", 4, 2, "traffic-bearing"],
    ["aws_ecs_service", "desired_count", 2, 4, "harmless"],
    ["aws_ecs_service", "desired_count", "4", "2", "traffic-bearing"],
    ["aws_ecs_service", "task_definition", "a", "b", "traffic-bearing"],
    ["aws_ecs_task_definition", "container_definitions", "a", "b", "harmless"],
    ["aws_appautoscaling_target", "max_capacity", 4, 2, "traffic-bearing"],
    ["aws_kms_key", "enable_key_rotation", true, false, "harmless"],
    ["aws_lb", "enable_deletion_protection", true, false, "traffic-bearing"],
    ["aws_lb", "tags", {}, { Team: "a" }, "harmless"],
    ["aws_s3_bucket_versioning", "versioning_configuration", [], [], "data-bearing"],
    ["aws_unheard_of", "anything", 1, 2, "traffic-bearing"],
    ["aws_unheard_of", "tags", {}, { Team: "a" }, "harmless"],
  ])("of %s.%s, %p → %p: %s", (type, attribute, before, after, radius) => {
    expect(radiusOf(type, attribute, before, after)).toBe(radius);
  });

  test("is the worse one where the values are not known", () => {
    const planned = { type: "aws_ecs_service", action: "change", attributes: ["desired_count"] } as const;
    expect(blastRadius(planned).radius).toBe("traffic-bearing");
  });

  test("is that of the worst attribute, and names it", () => {
    const attributes = ["tags", "retention_in_days", "kms_key_id"];
    expect(blastRadius({ type: "aws_cloudwatch_log_group", action: "change", attributes })).toEqual({
      radius: "data-bearing",
      reason: "older logs are deleted",
      attribute: "retention_in_days",
    });
  });

  test.each(["setting: containerInsights", "setting[0].value", "setting.value"])(
    "finds the attribute in the place %s",
    (place) => {
      const planned: PlannedAction = { type: "aws_ecs_cluster", action: "change", attributes: [place] };
      expect(blastRadius(planned)).toMatchObject({ radius: "harmless", attribute: "setting" });
    },
  );

  test("is traffic-bearing where no attribute is told", () => {
    expect(blastRadius({ type: "aws_lb", action: "change", attributes: [] }).radius).toBe("traffic-bearing");
  });
});

describe("Blast radius", () => {
  test.each<readonly [PlannedAction["action"], string, string]>([
    ["add", "aws_db_instance", "harmless"],
    ["move", "aws_db_instance", "harmless"],
    ["forget", "aws_db_instance", "harmless"],
    ["import", "aws_db_instance", "harmless"],
    ["destroy", "aws_db_instance", "data-bearing"],
    ["replace", "aws_kms_key", "data-bearing"],
    ["destroy", "aws_vpc", "data-bearing"],
    ["destroy", "aws_lb", "traffic-bearing"],
    ["replace", "aws_subnet", "traffic-bearing"],
    ["destroy", "aws_vpc_security_group_ingress_rule", "traffic-bearing"],
    ["replace", "aws_ecs_task_definition", "harmless"],
    ["destroy", "aws_cloudwatch_metric_alarm", "harmless"],
    ["destroy", "aws_unheard_of", "traffic-bearing"],
  ])("of %s %s is %s", (action, type, radius) => {
    expect(blastRadius({ type, action, attributes: [] }).radius).toBe(radius);
  });

  test("of an import that also changes is that of the change", () => {
    const planned = { type: "aws_db_instance", action: "import", attributes: ["instance_class"] } as const;
    expect(blastRadius(planned).radius).toBe("traffic-bearing");
  });

  test("tells what is lost", () => {
    const { reason } = blastRadius({ type: "aws_sqs_queue", action: "destroy", attributes: [] });
    expect(reason).toBe("loses the messages in it");
  });
});

describe("Worst radius", () => {
  test.each([
    [[], "harmless"],
    [["harmless", "traffic-bearing"], "traffic-bearing"],
    [["data-bearing", "harmless", "traffic-bearing"], "data-bearing"],
  ] as const)("of %p is %s", (all, worst) => {
    expect(worstRadius(all)).toBe(worst);
  });
});
