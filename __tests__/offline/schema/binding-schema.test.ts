import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bindingSchema } from "../../../offline/schema/binding-schema";
import { type BlockSchema, type ValueType } from "../../../offline/schema/schema";

let cacheFolder: string;
beforeAll(() => {
  cacheFolder = mkdtempSync(join(tmpdir(), "binding-schema-"));
});
afterAll(() => {
  rmSync(cacheFolder, { recursive: true, force: true });
});

const open = () => bindingSchema({ cacheFolder });

/** `name: type!?c` for attributes (required, optional, computed), `name: list 1..1` for blocks; inner ones with a path. */
function facts(block: BlockSchema, path = ""): Record<string, string> {
  const attributes = Object.entries(block.attributes).map(
    ([name, { type, required, optional, computed }]) => [
      path + name,
      `${typeText(type)} ${required ? "required" : ""}${optional ? "optional" : ""}${computed ? " computed" : ""}`,
    ],
  );
  const blocks = Object.entries(block.blocks).flatMap(
    ([name, { nesting, minItems, maxItems, block: inner }]) => [
      [path + name, `${nesting} ${minItems ?? 0}..${maxItems ?? "many"}`],
      ...Object.entries(facts(inner, `${path}${name}.`)),
    ],
  );
  return Object.fromEntries([...attributes, ...blocks]);
}

function typeText(type: ValueType): string {
  if (typeof type === "string") return type;
  if (type[0] === "object") return `{${Object.keys(type[1]).join()}}`;
  if (type[0] === "tuple") return `tuple`;
  return `${type[0]}(${typeText(type[1])})`;
}

describe("schema of a resource", () => {
  test.each([
    ["aws_vpc", "cidr_block", "string optional computed"],
    ["aws_vpc", "enable_dns_support", "bool optional"],
    ["aws_vpc", "arn", "string  computed"],
    ["aws_subnet", "vpc_id", "string required"],
    ["aws_subnet", "tags_all", "map(string) optional computed"],
    ["aws_subnet", "timeouts", "single 0..many"],
    ["aws_lb", "subnets", "set(string) optional computed"],
    ["aws_lb", "subnet_mapping", "set 0..many"],
    ["aws_lb", "access_logs", "list 0..1"],
    ["aws_lb", "access_logs.bucket", "string required"],
    ["aws_lb_listener", "default_action", "list 1..many"],
    ["aws_lb_listener", "default_action.forward", "list 0..1"],
    ["aws_lb_listener", "default_action.forward.target_group", "set 1..many"],
    ["aws_lb_listener_rule", "action", "list 1..many"],
    ["aws_lb_listener_rule", "condition", "set 1..many"],
    ["aws_lb_listener_rule", "condition.path_pattern.values", "set(string) optional"],
    ["aws_lb_target_group", "health_check", "list 0..1"],
    ["aws_lb_target_group", "deregistration_delay", "string optional"],
    ["aws_ecs_service", "load_balancer", "set 0..many"],
    ["aws_ecs_service", "deployment_circuit_breaker", "list 0..1"],
    ["aws_ecs_service", "network_configuration.subnets", "set(string) required"],
    ["aws_ecs_service", "triggers", "map(string) optional computed"],
    ["aws_ecs_task_definition", "container_definitions", "string required"],
    ["aws_ecs_task_definition", "volume", "set 0..many"],
    ["aws_ecs_task_definition", "revision", "number  computed"],
    ["aws_ecs_cluster", "setting", "set 0..many"],
    ["aws_db_instance", "master_user_secret", "list({kms_key_id,secret_arn,secret_status})  computed"],
    ["aws_db_instance", "replicas", "list(string)  computed"],
    ["aws_s3_bucket_lifecycle_configuration", "rule.filter.and", "list 0..many"],
    ["aws_s3_bucket_versioning", "versioning_configuration", "list 1..1"],
    ["aws_kms_key", "policy", "string optional computed"],
    ["aws_iam_role", "assume_role_policy", "string required"],
    ["aws_appautoscaling_policy", "target_tracking_scaling_policy_configuration", "list 0..1"],
    [
      "aws_acm_certificate",
      "domain_validation_options",
      "set({domain_name,resource_record_name,resource_record_type,resource_record_value})  computed",
    ],
    ["aws_acm_certificate", "options", "list 0..1"],
    ["aws_acm_certificate", "validation_option", "set 0..many"],
    ["aws_secretsmanager_secret_rotation", "rotation_rules", "list 1..1"],
    ["aws_ecr_repository", "image_scanning_configuration", "list 0..1"],
    ["aws_wafv2_web_acl", "default_action", "list 1..1"],
    // The binding says nothing about the statements in it.
    ["aws_wafv2_web_acl", "rule", "dynamic optional"],
  ])("%s.%s is %p", (type, name, fact) => {
    expect(facts(open().resource(type))[name]).toBe(fact);
  });

  test.each([
    ["aws_security_group", "ingress"],
    ["aws_security_group", "egress"],
    ["aws_default_security_group", "ingress"],
    ["aws_route_table", "route"],
    ["aws_default_route_table", "route"],
  ])("%s.%s is an attribute, so that leaving it out keeps what is there", (type, name) => {
    expect(facts(open().resource(type))[name]).toMatch(/^set\(\{.*\}\) optional computed$/);
  });

  test("reads nested types that have files of their own", () => {
    expect(facts(open().resource("aws_lexv2models_slot"))).toMatchObject({
      value_elicitation_setting: "list 0..many",
      "value_elicitation_setting.slot_constraint": "string required",
    });
  });

  test("is an error for a type that does not exist", () => {
    expect(() => open().resource("aws_no_such_thing")).toThrow(
      /^There is no resource "aws_no_such_thing" in version \d+\.\d+\.\d+ of the provider aws\.$/,
    );
  });

  test.each(["provider", "aws_../vpc"])("is an error for %p, which is a file and no type", (type) => {
    expect(() => open().resource(type)).toThrow("There is no resource");
  });
});

describe("schema of a data source", () => {
  test.each([
    ["aws_iam_policy_document", "statement", "list 0..many"],
    ["aws_iam_policy_document", "statement.principals", "set 0..many"],
    ["aws_iam_policy_document", "statement.condition.values", "list(string) required"],
    ["aws_iam_policy_document", "json", "string  computed"],
    ["aws_route53_zone", "name_servers", "list(string)  computed"],
    ["aws_route53_zone", "private_zone", "bool optional"],
  ])("%s.%s is %p", (type, name, fact) => {
    expect(facts(open().dataSource(type))[name]).toBe(fact);
  });

  test("is not that of the resource with its name", () => {
    expect(facts(open().dataSource("aws_vpc")).filter).toBe("set 0..many");
  });

  test("is an error for a type that does not exist", () => {
    expect(() => open().dataSource("aws_no_such_thing")).toThrow(
      'There is no data source "aws_no_such_thing"',
    );
  });
});

describe("schema of the provider", () => {
  test.each([
    ["region", "string optional"],
    ["allowed_account_ids", "set(string) optional"],
    ["default_tags", "list 0..many"],
    ["default_tags.tags", "map(string) optional"],
    ["ignore_tags.keys", "set(string) optional"],
    ["assume_role.role_arn", "string optional"],
    ["endpoints", "set 0..many"],
    ["endpoints.ecs", "string optional"],
    ["alias", undefined],
  ])("%s is %p", (name, fact) => {
    expect(facts(open().provider)[name]).toBe(fact);
  });
});

describe("bindingSchema", () => {
  const source = bindingSchema();
  const all = [
    ...source.resourceTypes.map((type) => ["resource", type] as const),
    ...source.dataSourceTypes.map((type) => ["data source", type] as const),
  ];

  test("knows the version of the provider", () => {
    expect(source.providerVersion).toMatch(/^6\.\d+\.\d+$/);
  });

  test("knows every type once", () => {
    expect(new Set(all.map((type) => type.join()))).toHaveProperty("size", all.length);
    expect(all.length).toBeGreaterThan(2200);
  });

  const everyType = process.env.ALL_SCHEMAS === "1";
  test.each(everyType ? all : sample(all, 60))("derives the %s %s with an attribute in it", (kind, type) => {
    const fresh = bindingSchema({ cacheFolder: join(cacheFolder, "sample") });
    const schema = kind === "resource" ? fresh.resource(type) : fresh.dataSource(type);
    expect(Object.keys(schema.attributes)).not.toEqual([]);
  });

  test("answers again with the same object", () => {
    const once = open();
    expect(once.resource("aws_vpc")).toBe(once.resource("aws_vpc"));
  });

  test("answers from the cache", () => {
    const folder = join(cacheFolder, "shared");
    bindingSchema({ cacheFolder: folder }).resource("aws_vpc");
    const [derivation = ""] = readdirSync(folder);
    const entry = (name: string) => join(folder, derivation, "resource", `${name}.json`);
    renameSync(entry("aws_vpc"), entry("aws_subnet"));
    expect(bindingSchema({ cacheFolder: folder }).resource("aws_subnet")).toEqual(open().resource("aws_vpc"));
  });

  test("does not answer from the cache of another derivation", () => {
    const folder = join(cacheFolder, "older");
    bindingSchema({ cacheFolder: folder }).resource("aws_vpc");
    const [derivation = ""] = readdirSync(folder);
    renameSync(join(folder, derivation), join(folder, "derivation-0"));
    bindingSchema({ cacheFolder: folder }).resource("aws_vpc");
    expect(readdirSync(folder).sort()).toEqual(["derivation-0", derivation].sort());
  });
});

/** The same ones on every run (a linear congruential generator), spread over all. */
function sample<T>(items: readonly T[], count: number): T[] {
  const left = [...items];
  let state = 20251;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return left.splice(state % left.length, 1);
  }).flat();
}
