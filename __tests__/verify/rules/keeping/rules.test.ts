import { keepingRules } from "../../../../verify/rules/keeping/rules";
import { mustBeKept } from "../../../../verify/rules/keeping/kept-types";
import { lifecycleOf } from "../../../../verify/rules/lifecycle-of";
import { describeRules, findingsInOurs, type RuleCase } from "../../../support/rule-cases";
import { verifiedEstate } from "../../../support/verified";

const kept = { lifecycle: { prevent_destroy: true } };
const attribute = "lifecycle.prevent_destroy: nothing";
const backend = (config: Readonly<Record<string, unknown>>): RuleCase => ({
  terraform: { backend: { s3: { bucket: "state", ...config } } },
});
const provider = (given: unknown): RuleCase => ({ terraform: { required_providers: { aws: given } } });
const local: RuleCase = { terraform: { backend: { local: { path: "a.tfstate" } } } };

describeRules(keepingRules, {
  "stateful-resources-are-kept": {
    passes: {
      "a kept database": { "aws_db_instance.app": kept },
      "a lifecycle as a list": { "aws_kms_key.data": { lifecycle: [kept.lifecycle] } },
    },
    fails: {
      "a key that may be destroyed": [{ "aws_kms_key.data": {} }, `aws_kms_key.data ${attribute}`],
      "a service that may be destroyed": [
        { "aws_ecs_service.api": { lifecycle: { ignore_changes: ["task_definition"] } } },
        `aws_ecs_service.api ${attribute}`,
      ],
      "a repository outside production, which serves it": [
        { "aws_ecr_repository.api": {}, production: false },
        `aws_ecr_repository.api ${attribute}`,
      ],
      "the key of such a repository": [
        {
          "aws_ecr_repository.api": {
            ...kept,
            encryption_configuration: { kms_key: "${aws_kms_key.images.arn}" },
          },
          "aws_kms_key.images": {},
          production: false,
        },
        `aws_kms_key.images ${attribute}`,
      ],
      "a bucket with logs that Terraform empties": [
        {
          "aws_s3_bucket.logs": { bucket: "logs", force_destroy: true },
          "aws_lb.public": { access_logs: { bucket: "logs" } },
        },
        `aws_s3_bucket.logs ${attribute}`,
      ],
      "a public zone": [
        { "aws_route53_zone.main": { name: "example.com" } },
        `aws_route53_zone.main ${attribute}`,
      ],
    },
    isNotAbout: {
      "databases outside production": { "aws_db_instance.app": {}, production: false },
      "buckets with logs": {
        "aws_s3_bucket.logs": { bucket: "logs" },
        "aws_lb.public": { access_logs: { bucket: "${aws_s3_bucket.logs.bucket}" } },
      },
      "private zones": { "aws_route53_zone.main": { vpc: { vpc_id: "vpc-1" } } },
      caches: { "aws_elasticache_replication_group.a": {} },
    },
  },
  "state-is-encrypted": {
    passes: { "encrypted state": backend({ encrypt: true }) },
    fails: {
      "nothing said": [backend({}), "terraform.backend.s3 encrypt: nothing, which means false"],
    },
    isNotAbout: { "state in a file": local },
  },
  "state-is-locked": {
    passes: {
      "a lock file": backend({ use_lockfile: true }),
      "a lock table": backend({ dynamodb_table: "locks" }),
    },
    fails: {
      "nothing said": [backend({}), "terraform.backend.s3 use_lockfile: nothing, which means false"],
    },
    isNotAbout: { "state in a file": local },
  },
  "modules-are-read": {
    passes: {
      "a module whose files are there": { "module.vpc": {}, modules: { vpc: { configuration: {} } } },
    },
    fails: {
      "a module that was not downloaded": [
        { "module.vpc": { source: "example/vpc/aws" } },
        'module.vpc source: files of "example/vpc/aws" that are not here',
      ],
      "a module in a module": [
        {
          "module.app": {},
          modules: { app: { configuration: { module: { vpc: { source: "example/vpc/aws" } } } } },
        },
        'module.app.module.vpc source: files of "example/vpc/aws" that are not here',
      ],
    },
    isNotAbout: { "files without modules": { "aws_vpc.main": {} } },
  },
  "provider-versions-are-pinned": {
    passes: {
      "one version": provider({ source: "aws", version: "6.25.0" }),
      "a range with an end": provider({ version: ">= 6.0, < 7.0" }),
      "the short form": provider("~> 6.25"),
    },
    fails: {
      "no version": [provider({ source: "aws" }), "terraform.required_providers.aws version: nothing"],
      "a range without end": [
        provider({ version: ">= 6.0" }),
        'terraform.required_providers.aws version: ">= 6.0"',
      ],
    },
    isNotAbout: { "files without providers": local },
  },
});

test("our environments pass", () => expect(findingsInOurs(keepingRules)).toEqual([]));

test("our production keeps nothing that the rule does not ask for", () => {
  const [production] = verifiedEstate().environments.filter(({ isProduction }) => isProduction);
  const more = production?.resources.filter(
    (resource) => lifecycleOf(resource).preventDestroy && !mustBeKept(resource, production),
  );
  expect(more?.map(({ place }) => place)).toEqual([]);
});
