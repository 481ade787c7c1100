import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { booleanOf, isOpen, isUnset } from "../../values/plain-values";
import { pointsTo } from "../../values/points-to";
import { showValue } from "../../values/show-value";
import { attributeOf } from "../attribute-rule";
import { type Rule, type RuleProblem, type Verdict } from "../rule";

const settings = "configuration.execute_command_configuration";

/** Where exec is on, or may be; a cluster that the files do not tell is a problem of the service. */
export const execSessionsAreEncrypted: Rule = {
  id: "exec-sessions-are-encrypted",
  title: "Exec sessions are logged, and encrypted with a key of their own",
  severity: "error",
  controls: ["CKV_AWS_223", "CKV_AWS_224"],
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  why: "A shell in a container reads what the application reads; without a log nobody knows who did what there.",
  fix: "Give the cluster `execute_command_configuration` with `kms_key_id` and an encrypted log, or switch exec off.",
  check: (environment) =>
    environment
      .all("aws_ecs_service")
      .filter(({ values: { enable_execute_command: exec } }) => booleanOf(exec) === true || isOpen(exec))
      .flatMap((service) => verdicts(service, environment)),
};

function verdicts(service: Resource, environment: EnvironmentFiles): readonly Verdict[] {
  const { cluster: written } = service.values;
  const clusters = environment
    .all("aws_ecs_cluster")
    .filter(
      (cluster) => pointsTo(written, cluster) || (!isUnset(written) && written === cluster.values["name"]),
    );
  if (clusters.length === 0) {
    const must = "must be a cluster whose exec settings the files tell";
    return [{ resource: service, problem: { attribute: "cluster", must, got: showValue(written) } }];
  }
  return clusters.map((resource): Verdict => {
    const problem = problemOf(resource);
    return problem ? { resource, problem } : { resource };
  });
}

function problemOf({ values }: Resource): RuleProblem | undefined {
  const logging = attributeOf(values, `${settings}.logging`);
  const key = attributeOf(values, `${settings}.kms_key_id`);
  if (isUnset(key)) return { attribute: `${settings}.kms_key_id`, must: "must name a key", got: "nothing" };
  if (logging === "NONE") return { attribute: `${settings}.logging`, must: "must log sessions", got: "NONE" };
  const log = `${settings}.log_configuration`;
  const switches = [`${log}.cloud_watch_encryption_enabled`, `${log}.s3_bucket_encryption_enabled`];
  const isEncrypted = switches.some((attribute) => booleanOf(attributeOf(values, attribute)) === true);
  // DEFAULT logs where the container logs, whose group has rules of its own.
  if (logging !== "OVERRIDE" || isEncrypted) return undefined;
  return { attribute: log, must: "must encrypt the log", got: "no encryption" };
}
