/** A row of the table of controls, and how it is shown that the files keep it. */
export interface Control {
  readonly ids: string;
  /** Rules that ask for it. */
  readonly rules: readonly string[];
}

const noIds = "–";

/** In the order of the table; the last four come from who reaches whom, which no control list has. */
const table = {
  "VPC flow logs": { ids: "EC2.6, CKV2_AWS_11", rules: ["vpc-flow-logs"] },
  "default security group closed": { ids: "EC2.2, CKV2_AWS_12", rules: ["default-security-group-closed"] },
  "subnets give no public address": { ids: "EC2.15, CKV_AWS_130", rules: ["subnets-give-no-public-address"] },
  "no open ports but 80/443 on the public balancer": {
    ids: "EC2.18/19, CKV_AWS_24/25/260",
    rules: [
      "balancer-ports",
      "security-group-all-ports",
      "security-group-open-to-vpc",
      "security-group-egress-all-ports",
    ],
  },
  "every rule says why": {
    ids: "CKV_AWS_23",
    rules: ["security-group-rules-say-why", "security-groups-are-replaced-safely"],
  },
  "balancer drops invalid headers": { ids: "ELB.4, CKV_AWS_131", rules: ["balancer-drops-invalid-headers"] },
  "desync mitigation": { ids: "ELB.12, CKV_AWS_328", rules: ["balancer-mitigates-desync"] },
  "balancer deletion protection": { ids: "ELB.6, CKV_AWS_150", rules: ["balancer-deletion-protection"] },
  "balancer access logs": { ids: "ELB.5, CKV_AWS_91", rules: ["balancer-access-logs"] },
  "HTTP redirects to HTTPS": {
    ids: "ELB.1, CKV_AWS_2, CKV_AWS_378",
    rules: ["http-redirects-to-https", "public-traffic-is-encrypted"],
  },
  "TLS 1.2 or newer": { ids: "ELB.17, CKV_AWS_103", rules: ["listener-tls-policy"] },
  "balancer over ≥ 2 zones": { ids: "ELB.13", rules: ["balancer-spans-zones"] },
  "WAF on public balancer": { ids: "ELB.16, CKV2_AWS_28", rules: ["public-balancer-has-web-acl"] },
  "Container Insights": { ids: "ECS.12, CKV_AWS_65", rules: ["cluster-container-insights"] },
  "exec logging encrypted": { ids: "CKV_AWS_223/224", rules: ["exec-sessions-are-encrypted"] },
  "tasks without public address": {
    ids: "ECS.2, CKV_AWS_333",
    rules: ["tasks-have-no-public-address", "tasks-not-in-public-subnets"],
  },
  "latest platform": { ids: "ECS.10, CKV_AWS_332", rules: ["latest-platform"] },
  "read-only root file system": {
    ids: "ECS.5, CKV_AWS_336",
    rules: ["read-only-root", "containers-can-be-read"],
  },
  "not privileged, no host pid/network": {
    ids: "ECS.1/3/4, CKV_AWS_334/335",
    rules: ["containers-are-not-privileged", "tasks-are-apart-from-host"],
  },
  "no secrets in variables": { ids: "ECS.8, CKV_AWS_45-like", rules: ["no-secrets-in-containers"] },
  "container logs": { ids: "ECS.9, CKV_AWS_97-like", rules: ["containers-log"] },
  "task and execution roles differ, least privilege, no `*`": {
    ids: "CKV_AWS_249, IAM.1, CKV_AWS_289/290/355",
    rules: [
      "task-roles-differ",
      "policies-can-be-read",
      "policies-name-actions",
      "policies-allow-no-whole-service",
      "policies-name-resources",
      "roles-are-passed-by-name",
      "no-administrator-policies",
      "trust-names-principals",
      "resource-policies-name-principals",
      "endpoint-policies-are-narrow",
    ],
  },
  "log groups keep ≥ 365 days in prod": {
    ids: "CloudWatch.16, CKV_AWS_338",
    rules: ["log-groups-keep-a-year", "log-groups-have-retention"],
  },
  "log groups encrypted with a key": { ids: "CKV_AWS_158", rules: ["log-groups-have-a-key"] },
  "database private, encrypted, managed password": {
    ids: "RDS.2/3, CKV_AWS_16/17",
    rules: [
      "databases-are-private",
      "database-subnets-are-isolated",
      "database-not-from-internet",
      "databases-are-encrypted",
      "database-passwords-are-managed",
      "caches-are-encrypted",
      "file-systems-are-encrypted",
    ],
  },
  "multi-AZ": { ids: "RDS.5, CKV_AWS_157", rules: ["databases-span-zones"] },
  "deletion protection, final snapshot": {
    ids: "RDS.8, CKV_AWS_293",
    rules: ["databases-are-deletion-protected", "databases-leave-a-snapshot"],
  },
  "backups ≥ 7 days": { ids: "RDS.11, CKV_AWS_133", rules: ["databases-keep-backups"] },
  "IAM authentication": { ids: "RDS.10, CKV_AWS_161", rules: ["databases-authenticate-with-iam"] },
  "logs exported, monitoring, insights": {
    ids: "RDS.6/9, CKV_AWS_118/129/353",
    rules: ["databases-export-logs", "databases-are-monitored", "database-insights-have-a-key"],
  },
  "minor upgrades, tags to snapshots": {
    ids: "RDS.13/17, CKV_AWS_226/CKV2_AWS_60",
    rules: ["databases-upgrade-themselves", "database-snapshots-carry-tags"],
  },
  "TLS forced": { ids: "CKV2_AWS_69", rules: ["databases-force-tls"] },
  "no default port or admin name (advice)": {
    ids: "RDS.23/25",
    rules: ["databases-have-their-own-port", "database-admins-have-their-own-name"],
  },
  "image scan on push": { ids: "ECR.1, CKV_AWS_163", rules: ["images-are-scanned"] },
  "tags immutable (environment tags excepted)": {
    ids: "ECR.2, CKV_AWS_51",
    rules: ["image-tags-are-immutable"],
  },
  "repository lifecycle": {
    ids: "ECR.3",
    rules: ["repositories-have-a-lifecycle", "repositories-keep-what-runs"],
  },
  "repository encrypted with a key": { ids: "CKV_AWS_136", rules: ["repositories-have-a-key"] },
  "keys rotate": { ids: "KMS.4, CKV_AWS_7", rules: ["keys-rotate", "keys-wait-before-deletion"] },
  "buckets: private, encrypted, TLS only, versioned, lifecycle, logged": {
    ids: "S3.1/5/8/13, CKV_AWS_18/19/21/53-56, CKV2_AWS_6/61",
    rules: [
      "buckets-block-public-access",
      "buckets-require-tls",
      "buckets-are-encrypted",
      "buckets-are-versioned",
      "buckets-have-a-lifecycle",
      "buckets-log-access",
      "buckets-own-their-objects",
      "buckets-have-no-acl",
    ],
  },
  "topics and queues encrypted": {
    ids: "SNS.1, SQS.1, CKV_AWS_26/27",
    rules: ["topics-are-encrypted", "queues-are-encrypted"],
  },
  "secrets rotate or are managed": {
    ids: "SecretsManager.1/4, CKV2_AWS_57",
    rules: ["secrets-rotate", "secret-parameters-are-encrypted", "no-secret-text"],
  },
  "build projects: no plain-text secrets, logs, privileged only to build images": {
    ids: "CodeBuild.2/3/4, CKV_AWS_78/147/314/316",
    rules: [
      "builds-have-no-plain-secrets",
      "builds-write-logs",
      "builds-are-privileged-for-images-only",
      "build-artifacts-are-encrypted",
    ],
  },
  "pipeline artifacts encrypted with own key": {
    ids: "CKV_AWS_219",
    rules: ["pipeline-artifacts-have-a-key"],
  },
  "OIDC trust names project and branch": { ids: "CKV_AWS_358", rules: ["oidc-trust-names-project"] },
  "provider bound to its account": {
    ids: noIds,
    rules: ["provider-is-bound-to-account", "provider-has-default-tags", "provider-versions-are-pinned"],
  },
  "stateful resources cannot be destroyed by a plan": {
    ids: noIds,
    rules: ["stateful-resources-are-kept", "state-is-encrypted", "state-is-locked"],
  },
  "zero downtime": {
    ids: noIds,
    rules: [
      "balancer-idle-timeout",
      "service-leaves-task-definition",
      "autoscaled-service-leaves-count",
      "no-forced-deployment",
      "template-is-own-revision",
      "revisions-are-kept",
      "deployments-roll-back",
      "deployment-keeps-healthy-tasks",
      "deployment-has-room",
      "task-stops-after-draining",
      "health-check-grace-covers-start",
    ],
  },
  "declared paths, and no others": {
    ids: noIds,
    rules: ["path-declared", "service-behind-balancer", "backend-not-public"],
  },
  "every declared path exists": {
    ids: noIds,
    rules: ["declared-path-open", "edge-both-halves", "public-balancer-in-public-subnets"],
  },
  "the files tell who reaches whom": {
    ids: noIds,
    rules: ["path-decided", "network-type-unknown", "modules-are-read"],
  },
} as const satisfies Readonly<Record<string, Control>>;

export type ControlName = keyof typeof table;

export const controls: readonly (Control & { readonly name: string })[] = Object.entries(table).map(
  ([name, control]) => ({ name, ...control }),
);
