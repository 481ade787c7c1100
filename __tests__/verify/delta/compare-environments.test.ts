import { compareEnvironments, type Delta } from "../../../verify/delta/compare-environments";
import { deltaJson, formatDelta, isRefused } from "../../../verify/delta/format-delta";
import { type Stack } from "../../../terraform/stacks/stack";
import { ourStacks, verifiedEstate, withChange } from "../../support/verified";

function deltaOf(stacks: readonly Stack[], first = "uat", second = "prod"): Delta {
  const { environments } = verifiedEstate(stacks);
  const [one, other] = [first, second].map((name) =>
    environments.find((environment) => environment.name === name),
  );
  if (!one || !other) throw new Error("no such environment");
  return compareEnvironments(one, other);
}

const ours = deltaOf(ourStacks());

/** Kinds of what differs beside what differs in ours. */
function newKinds(delta: Delta): string[] {
  const known = new Set(ours.differences.map((one) => JSON.stringify(one)));
  return [
    ...new Set(delta.differences.filter((one) => !known.has(JSON.stringify(one))).map(({ kind }) => kind)),
  ];
}

describe("The delta of our acceptance environment to production", () => {
  test("has nothing that must not differ", () => {
    expect(isRefused(ours)).toBe(false);
  });

  test.each([
    ["size", "data/aws_db_instance.app_database", "instance_class", '"db.t4g.medium"', '"db.m7g.large"'],
    ["keeping", "data/aws_db_instance.app_database", "backup_retention_period", "7", "35"],
    [
      "name",
      "services/aws_ecs_task_definition.backend_service_template",
      "backend › environment › LOG_LEVEL",
      '"info"',
      '"warn"',
    ],
    [
      "name",
      "services/aws_ssm_parameter.backend_delivery_target",
      "insecure_value › promotedFrom",
      '"sit"',
      '"uat"',
    ],
    ["other", "paths", "service.backend → 192.0.2.0/24 on tcp 443", "open", undefined],
  ])("has the %s of %s", (kind, place, path, first, second) => {
    expect(ours.differences).toContainEqual({ kind, place, path, first, second });
  });

  test.each([
    ["names of the environment", /uat/],
    ["accounts", /333333333333|444444444444/],
    ["addresses", /10\.[34]0\./],
    ["ends of ARNs of secrets", /signing-(Pd5XcY|hT2LbN)/],
    ["what only follows from another difference", /undefined/],
  ])("does not tell %s", (_, pattern) => {
    // The environment before is named on purpose.
    const differences = ours.differences.filter(({ path }) => !path?.endsWith("promotedFrom"));
    expect(deltaJson({ ...ours, differences, first: "", second: "" })).not.toMatch(pattern);
  });
});

describe("A word of the environment's name", () => {
  test("is left alone where both sides have it: /dev/null", () => {
    const { differences } = deltaOf(ourStacks(), "dev", "prod");
    expect(differences.filter(({ path }) => path?.includes("healthCheck"))).toEqual([]);
  });
});

type Body = Record<string, unknown>;

/** Changes one resource of the acceptance environment. */
function changed(stack: string, type: string, name: string, change: (body: Body) => void): Delta {
  return deltaOf(
    withChange(`uat-${stack}`, ({ resource }) => {
      const body = resource?.[type]?.[name];
      if (!body) throw new Error(`no ${type}.${name}`);
      change(body);
    }),
  );
}

describe("A difference", () => {
  test.each<[string, string, string, string, string, (body: Body) => void]>([
    [
      "encryption",
      "a log group without key",
      "services",
      "aws_cloudwatch_log_group",
      "backend_service_logs",
      (body) => delete body["kms_key_id"],
    ],
    [
      "encryption",
      "an older TLS policy",
      "network",
      "aws_lb_listener",
      "public_load_balancer_https_listener",
      (body) => (body["ssl_policy"] = "ELBSecurityPolicy-2016-08"),
    ],
    [
      "encryption",
      "a database that is not encrypted",
      "data",
      "aws_db_instance",
      "app_database",
      (body) => (body["storage_encrypted"] = false),
    ],
    [
      "logging",
      "flow logs of refused connections only",
      "network",
      "aws_flow_log",
      "network_flow_logs",
      (body) => (body["traffic_type"] = "REJECT"),
    ],
    [
      "logging",
      "no logs of the database",
      "data",
      "aws_db_instance",
      "app_database",
      (body) => (body["enabled_cloudwatch_logs_exports"] = []),
    ],
    [
      "exposure",
      "a public database",
      "data",
      "aws_db_instance",
      "app_database",
      (body) => (body["publicly_accessible"] = true),
    ],
    [
      "exposure",
      "shells in containers",
      "services",
      "aws_ecs_service",
      "backend_service",
      (body) => (body["enable_execute_command"] = true),
    ],
    [
      "exposure",
      "invalid headers let through",
      "network",
      "aws_lb",
      "public_load_balancer",
      (body) => (body["drop_invalid_header_fields"] = false),
    ],
    [
      "size",
      "one zone for the database",
      "data",
      "aws_db_instance",
      "app_database",
      (body) => (body["multi_az"] = false),
    ],
    [
      "size",
      "an older engine",
      "data",
      "aws_db_instance",
      "app_database",
      (body) => (body["engine_version"] = "16"),
    ],
    [
      "keeping",
      "no protection from deletion",
      "network",
      "aws_lb",
      "public_load_balancer",
      (body) => (body["enable_deletion_protection"] = "x"),
    ],
    ["name", "a tag", "network", "aws_vpc", "network_vpc", (body) => (body["tags"] = { Name: "other" })],
    [
      "other",
      "what no row is about",
      "network",
      "aws_vpc",
      "network_vpc",
      (body) => (body["instance_tenancy"] = "dedicated"),
    ],
  ])("in %s is %s", (kind, _, stack, type, name, change) => {
    expect(newKinds(changed(stack, type, name, change))).toEqual([kind]);
  });

  test("in what reaches what is exposure, told as a path", () => {
    const rule = "backend_service_security_group_to_app_database_on_5432";
    const frontend = "${aws_security_group.frontend_service_security_group.id}";
    const delta = deltaOf(
      withChange("uat-services", ({ resource }) => {
        Object.assign(Object(resource?.["aws_vpc_security_group_egress_rule"]?.[`${rule}_egress`]), {
          security_group_id: frontend,
        });
        Object.assign(Object(resource?.["aws_vpc_security_group_ingress_rule"]?.[`${rule}_ingress`]), {
          referenced_security_group_id: frontend,
        });
      }),
    );
    const paths = delta.differences.filter(({ kind }) => kind === "exposure");
    expect(paths).toEqual([
      {
        kind: "exposure",
        place: "paths",
        path: "service.frontend → database.app on tcp 5432",
        first: "open",
      },
      {
        kind: "exposure",
        place: "paths",
        path: "service.backend → database.app on tcp 5432",
        second: "open",
      },
    ]);
  });

  test("of whole resources is told of the environment that has them", () => {
    const stacks = withChange("uat-network", ({ resource }) => delete resource?.["aws_flow_log"]);
    expect(deltaOf(stacks).differences).toContainEqual({
      kind: "logging",
      place: "network/aws_flow_log.network_flow_logs",
      second: "there",
    });
  });
});

describe("A delta", () => {
  test("with something that must not differ is refused, and says that first", () => {
    const delta = changed(
      "data",
      "aws_db_instance",
      "app_database",
      (body) => (body["storage_encrypted"] = false),
    );
    expect(isRefused(delta)).toBe(true);
    expect(formatDelta(delta).split("\n").slice(0, 4)).toEqual([
      "must not differ:",
      "  encryption: what is encrypted, and with which keys",
      "    data/aws_db_instance.app_database",
      "      storage_encrypted: false ≠ true",
    ]);
  });

  test("of an environment to itself is empty", () => {
    expect(formatDelta(deltaOf(ourStacks(), "uat", "uat"))).toBe(
      "uat and uat differ in nothing but names and addresses.",
    );
  });

  test("never shows a secret", () => {
    const delta = changed(
      "data",
      "aws_db_instance",
      "app_database",
      (body) => (body["password"] = "hunter2-planted"),
    );
    expect(formatDelta(delta) + deltaJson(delta)).not.toContain("hunter2-planted");
  });
});
