import { registryHost, seedRepository } from "../../limits/private-images";
import { nameLimits } from "../../limits/resource-names";
import type { Draft } from "../draft";
import type { DomainSettings, LoadBalancerSettings, RegistrySettings, StateSettings } from "../environment";
import { claim, matching, oneOf, text, wholeNumber } from "../parsing/fields";
import { FieldReader, type Report } from "../parsing/field-reader";
import { accountId, region } from "./common-fields";

/** `state`; `home` is the region of the environment. */
export function readState(
  input: unknown,
  home: string | undefined,
  report: Report,
): StateSettings | undefined {
  if (input === undefined || input === "local") return { kind: "local" };
  const fields = new FieldReader(stateFields, input, "state", report, { required: ["bucket"] });
  const bucket = fields.required("bucket");
  const bucketRegion = fields.or("region", home);
  const kmsKeyArn = fields.or("kmsKeyArn", "none");
  if (bucket === undefined || bucketRegion === undefined || kmsKeyArn === undefined) return undefined;
  return {
    kind: "s3",
    bucket,
    region: bucketRegion,
    ...(kmsKeyArn === "none" ? {} : { kmsKeyArn }),
  };
}

const bucketAdvice = `Use 3 to ${nameLimits.bucket} lower-case letters, digits and hyphens, for example "dev-terraform-state".`;

const stateFields = {
  bucket: matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of an S3 bucket", bucketAdvice),
  region: region(),
  kmsKeyArn: matching(
    /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[\w-]{1,64}$/,
    "must be the ARN of a KMS key",
    "Copy it from the KMS console: arn:aws:kms:<region>:<account>:key/<id>.",
  ),
};

/** `registry`; `home` is the region of the environment. */
export function readRegistry(
  input: unknown,
  home: string | undefined,
  report: Report,
): Draft<RegistrySettings> {
  const fields = new FieldReader(registryFields, input, "registry", report, { required: ["account"] });
  const account = fields.required("account");
  const registryRegion = fields.or("region", home);
  const isKnown = account !== undefined && registryRegion !== undefined;
  const seed = isKnown
    ? `${registryHost({ account, region: registryRegion })}/${seedRepository}:1`
    : undefined;
  return { account, region: registryRegion, seedImage: fields.or("seedImage", seed) };
}

const registryFields = {
  account: accountId(),
  region: region(),
  seedImage: matching(
    /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9][a-z0-9._-]*)+(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/,
    "must be a full image reference",
    "Write registry, repository and tag, for example 999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1.",
  ),
};

/** `domain`. */
export function readDomain(input: unknown, report: Report): DomainSettings | "none" | undefined {
  if (input === undefined) return "none";
  const fields = new FieldReader({ zone: dnsName(), name: dnsName() }, input, "domain", report, {
    required: ["zone", "name"],
  });
  const zone = fields.required("zone");
  const name = fields.required("name");
  return zone === undefined || name === undefined ? undefined : { zone, name };
}

function dnsName() {
  const advice = 'Write it like "shop.dev.example.com": lower case, no scheme, no final dot, no wildcard.';
  return text(advice, (value) => {
    const labels = value.split(".");
    const isName =
      labels.length > 1 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
    return isName && value.length <= 253 ? undefined : { must: "must be a DNS name", advice };
  });
}

/** `loadBalancers`. */
export function readLoadBalancers(input: unknown, report: Report): Draft<LoadBalancerSettings> {
  const fields = new FieldReader(loadBalancerFields, input, "loadBalancers", report);
  return {
    deletionProtection: fields.or("deletionProtection", true),
    accessLogs: fields.or("accessLogs", true),
    idleTimeoutSeconds: fields.or("idleTimeoutSeconds", 60),
    webAcl: fields.or("webAcl", "none"),
  };
}

const loadBalancerFields = {
  deletionProtection: claim(),
  accessLogs: claim(),
  idleTimeoutSeconds: wholeNumber(1, 4000, "seconds"),
  webAcl: oneOf("none", "count", "block"),
};
