import { isOpen, isPlain } from "../values/plain-values";
import { type Value } from "../values/value";
import { writtenText } from "../values/written-text";
import { type Condition, type Principal, type Statement } from "./statement";

/**
 * Keys that say who asks or where a request comes from.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const narrowingKeys = new Set(
  [
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIp",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "aws:SourceOwner",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:userid",
    "kms:CallerAccount",
    "s3:DataAccessPointAccount",
  ].map((key) => key.toLowerCase()),
);

/** Operators that a request without the key does not pass: `…IfExists` and `…Not…` let it pass. */
const binding = /^(ForAnyValue:)?(String(Equals(IgnoreCase)?|Like)|Arn(Equals|Like)|IpAddress)$/i;

/** Whether a condition lets only some identities or places pass. A value that only AWS knows counts as narrow. */
export function isNarrowed({ conditions }: Statement): boolean {
  return conditions.some(
    ({ test, variable, values }) =>
      binding.test(test) && narrowingKeys.has(variable.toLowerCase()) && !values.some(isEverything),
  );
}

/** Principals that stand for everyone. */
export function everyoneIn({ principals, notPrincipals }: Statement): boolean {
  return notPrincipals.length > 0 || principals.some(isEveryone);
}

/** Whether a condition with this operator binds, that is, a request without the key does not pass. */
export function binds({ test }: Condition): boolean {
  return binding.test(test);
}

/** Whether a statement is for every resource. */
export function isForEverything({ resources, notResources }: Statement): boolean {
  return notResources.length > 0 || resources.some(isEveryResource);
}

/** `*`, or a pattern that is as wide for the actions of its service: all that it has, or every role of an account. */
export function isEveryResource(resource: Value): boolean {
  const everything = /^(\*|arn:[^:]*:([^:]*:){3}\*|arn:[^:]*:iam::[^:]*:role\/\*)$/;
  return everything.test(writtenText(resource) ?? "");
}

function isEveryone({ type, identifiers }: Principal): boolean {
  return (type === "*" || type === "AWS") && identifiers.some((identifier) => identifier === "*");
}

function isEverything(value: Value): boolean {
  if (isOpen(value) || !isPlain(value)) return false;
  return /^(\*|0\.0\.0\.0\/0|::\/0|arn:\*|arn:[^:]*:[^:]*(:\*?)+)$/.test(String(value));
}
