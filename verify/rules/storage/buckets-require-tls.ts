import { type Resource } from "../../estate/resource";
import { everyoneIn } from "../../policies/narrowing";
import { policiesOf } from "../../policies/policies-of";
import { type Statement } from "../../policies/statement";
import { writtenText } from "../../values/written-text";
import { Reference, type Value } from "../../values/value";
import { attachedTo } from "../attached-to";
import { type Rule, type Verdict } from "../rule";

const must = "must deny everything when aws:SecureTransport is false, for the bucket and its objects";

export const bucketsRequireTls: Rule = {
  id: "buckets-require-tls",
  title: "Buckets refuse requests without TLS",
  severity: "error",
  controls: ["S3.5"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5",
  why: "S3 answers plain HTTP, too: a client that asks so sends objects readable through the network.",
  fix: "Add a statement to the bucket's policy: Deny, principal `*`, `s3:*`, on the bucket and `/*`, with `Bool` `aws:SecureTransport` `false`.",
  check: (environment) => {
    const policies = policiesOf(environment).filter(({ resource }) => /^aws_s3_bucket/.test(resource.type));
    return environment.all("aws_s3_bucket").map((bucket): Verdict => {
      const own = policies.filter(
        ({ resource }) =>
          resource === bucket || attachedTo(bucket, [resource], { by: "bucket", name: "bucket" }).length > 0,
      );
      const [policy] = own;
      if (policy === undefined)
        return { resource: bucket, problem: { must, got: "no policy of the bucket" } };
      if (own.some(({ statements = [] }) => requiresTls(bucket, statements))) return { resource: bucket };
      const got = policy.statements ? "no such statement" : "a policy that the files do not tell";
      return { resource: policy.resource, problem: { attribute: policy.attribute, must, got } };
    });
  },
};

function requiresTls(bucket: Resource, statements: readonly Statement[]): boolean {
  const denied = statements.filter(deniesPlainHttp).flatMap(({ resources }) => resources);
  return denied.some((one) => isBucket(one, bucket)) && denied.some(isObjects);
}

function deniesPlainHttp(statement: Statement): boolean {
  const [condition, ...others] = statement.conditions;
  return (
    statement.effect === "Deny" &&
    everyoneIn(statement) &&
    statement.actions.some((action) => action === "s3:*" || action === "*") &&
    others.length === 0 &&
    /^Bool(IfExists)?$/.test(condition?.test ?? "") &&
    condition?.variable.toLowerCase() === "aws:securetransport" &&
    condition.values.some((value) => String(value) === "false")
  );
}

function isBucket(value: Value, bucket: Resource): boolean {
  if (value instanceof Reference) return value.resource === bucket && value.attribute === "arn";
  return value === "*" || /^arn:[^:]*:s3:::[^/]+$/.test(writtenText(value) ?? "");
}

function isObjects(value: Value): boolean {
  return /^(\*|[^/]*\/\*|arn:[^:]*:s3:::[^/]+\*)$/.test(writtenText(value) ?? "");
}
