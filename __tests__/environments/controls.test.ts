import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { EnvironmentStacks } from "../support/environment-stacks";
import type { TerraformType } from "../../testing/synthesis";
import { ourEnvironments } from "../support/our-environments";

/** Values of an attribute in all resources of a type. */
function valuesOf(stacks: EnvironmentStacks, type: TerraformType, attribute: string): unknown[] {
  return stacks.all(type).map(({ attributes }) => attributes[attribute]);
}

describe.each(ourEnvironments())("controls in %s", (_, environment, stacks) => {
  test("every stack refuses the credentials of other accounts", () => {
    for (const { provider } of stacks.configurations()) {
      expect(provider).toMatchObject({ aws: [{ allowed_account_ids: [environment.account] }] });
    }
  });

  test("every stack tags its resources with the environment", () => {
    for (const { provider } of stacks.configurations()) {
      expect(provider).toMatchObject({
        aws: [{ default_tags: [{ tags: { Environment: environment.name } }] }],
      });
    }
  });

  test("no service lets an apply touch its running revision", () => {
    for (const { attributes } of stacks.all(EcsService)) {
      expect(attributes["lifecycle"]).toMatchObject({
        ignore_changes: expect.arrayContaining(["task_definition"]),
      });
    }
  });

  test("every log group forgets", () => {
    expect(valuesOf(stacks, CloudwatchLogGroup, "retention_in_days")).not.toContain(undefined);
  });

  test("databases are encrypted and their password is managed by RDS", () => {
    expect(new Set(valuesOf(stacks, DbInstance, "storage_encrypted"))).toEqual(new Set([true]));
    expect(new Set(valuesOf(stacks, DbInstance, "manage_master_user_password"))).toEqual(new Set([true]));
    expect(new Set(valuesOf(stacks, DbInstance, "password"))).toEqual(new Set([undefined]));
  });

  test("keys rotate", () => {
    expect(new Set(valuesOf(stacks, KmsKey, "enable_key_rotation"))).toEqual(new Set([true]));
  });

  test("public HTTP is answered with a redirect wherever there is a domain", () => {
    const http = stacks
      .all(LbListener)
      .filter(({ stack, attributes }) => stack === "network" && attributes["port"] === 80);
    const types = http.map(({ attributes }) => Object(attributes["default_action"])[0].type);
    expect(types).toEqual([environment.domain ? "redirect" : "fixed-response"]);
  });
});

const production = ourEnvironments().filter(([, environment]) => environment.production);

describe.each(production)("controls of production in %s", (_, __, stacks) => {
  test("log groups keep a year and are encrypted with our key", () => {
    const days = valuesOf(stacks, CloudwatchLogGroup, "retention_in_days").map(Number);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(365);
    expect(valuesOf(stacks, CloudwatchLogGroup, "kms_key_id")).not.toContain(undefined);
  });

  test("load balancers are protected and logged", () => {
    expect(new Set(valuesOf(stacks, Lb, "enable_deletion_protection"))).toEqual(new Set([true]));
    expect(valuesOf(stacks, Lb, "access_logs")).not.toContain(undefined);
  });

  test("databases have a standby, backups and deletion protection", () => {
    for (const { attributes } of stacks.all(DbInstance)) {
      expect(attributes).toMatchObject({
        multi_az: true,
        deletion_protection: true,
        skip_final_snapshot: false,
      });
      expect(Number(attributes["backup_retention_period"])).toBeGreaterThanOrEqual(7);
    }
  });

  test("what holds data or traffic cannot be destroyed by a plan", () => {
    const kept = [Vpc, DbInstance, KmsKey, EcsService].flatMap((type) => stacks.all(type));
    expect(
      kept.filter(({ attributes }) => !JSON.stringify(attributes["lifecycle"]).includes("prevent_destroy")),
    ).toEqual([]);
  });
});
