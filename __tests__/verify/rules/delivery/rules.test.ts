import { deliveryRules } from "../../../../verify/rules/delivery/rules";
import { describeRules, findingsInOurs, type RuleCase } from "../../../support/rule-cases";

type Body = Readonly<Record<string, unknown>>;

const repository = (body: Body, others: RuleCase = {}): RuleCase => ({
  ...others,
  "aws_ecr_repository.api": { name: "api", ...body },
});
const project = (body: Body): RuleCase => ({
  "aws_kms_key.builds": {},
  "aws_codebuild_project.api": body,
});
const variable = (body: Body): RuleCase => project({ environment: { environment_variable: [body] } });
const buildspec = (privileged: unknown, spec?: string): RuleCase =>
  project({ environment: [{ privileged_mode: privileged }], source: { type: "S3", buildspec: spec } });
const pipeline = (...stores: readonly Body[]): RuleCase => ({
  "aws_codepipeline.api": { artifact_store: stores },
});

const policy = (written: unknown): RuleCase => ({
  "aws_ecr_lifecycle_policy.api": { repository: "api", policy: written },
});
const ends = (selection: Body): RuleCase =>
  policy(JSON.stringify({ rules: [{ rulePriority: 9, selection }] }));
const noRepository: RuleCase = { "aws_vpc.main": {} };
const noProject = noRepository;

const privileged = "aws_codebuild_project.api environment.privileged_mode";
const excluded = "aws_ecr_repository.api image_tag_mutability_exclusion_filter.filter";

describeRules(deliveryRules, {
  "images-are-scanned": {
    passes: { "scanned on push": repository({ image_scanning_configuration: { scan_on_push: true } }) },
    fails: {
      "nothing said": [
        repository({}),
        "aws_ecr_repository.api image_scanning_configuration.scan_on_push: nothing, which means false",
      ],
      "a registry that scans when somebody says so": [
        repository(
          {},
          {
            "aws_ecr_registry_scanning_configuration.all": {
              rule: { scan_frequency: "MANUAL", repository_filter: { filter: "*" } },
            },
          },
        ),
        "aws_ecr_repository.api image_scanning_configuration.scan_on_push: nothing, which means false",
      ],
      "a registry that scans some repositories": [
        repository(
          {},
          {
            "aws_ecr_registry_scanning_configuration.all": {
              rule: { scan_frequency: "SCAN_ON_PUSH", repository_filter: { filter: "web-*" } },
            },
          },
        ),
        "aws_ecr_repository.api image_scanning_configuration.scan_on_push: nothing, which means false",
      ],
    },
    isNotAbout: {
      "repositories of a registry that scans all": repository(
        {},
        {
          "aws_ecr_registry_scanning_configuration.all": {
            rule: { scan_frequency: "CONTINUOUS_SCAN", repository_filter: { filter: "*" } },
          },
        },
      ),
    },
  },
  "image-tags-are-immutable": {
    passes: {
      "no tag moves": repository({ image_tag_mutability: "IMMUTABLE" }),
      "the tag of an environment moves": repository({
        image_tag_mutability: "IMMUTABLE_WITH_EXCLUSION",
        image_tag_mutability_exclusion_filter: [{ filter: "dev", filter_type: "WILDCARD" }],
      }),
    },
    fails: {
      "nothing said": [
        repository({}),
        'aws_ecr_repository.api image_tag_mutability: nothing, which means "MUTABLE"',
      ],
      "every tag excepted": [
        repository({
          image_tag_mutability: "IMMUTABLE_WITH_EXCLUSION",
          image_tag_mutability_exclusion_filter: { filter: "*" },
        }),
        `${excluded}: "*"`,
      ],
      "exceptions that the files do not tell": [
        repository({
          image_tag_mutability: "IMMUTABLE_WITH_EXCLUSION",
          image_tag_mutability_exclusion_filter: "${var.filters}",
        }),
        `${excluded}: var.filters`,
      ],
      "tags that the files do not tell": [
        repository({
          image_tag_mutability: "IMMUTABLE_WITH_EXCLUSION",
          image_tag_mutability_exclusion_filter: { filter: "${var.tag}" },
        }),
        `${excluded}: var.tag`,
      ],
    },
    isNotAbout: { "files without repositories": noRepository },
  },
  "repositories-have-a-lifecycle": {
    passes: {
      "a policy that refers to it": repository(
        {},
        { "aws_ecr_lifecycle_policy.api": { repository: "${aws_ecr_repository.api.name}" } },
      ),
      "a policy that calls it by its name": repository({}, ends({})),
    },
    fails: { "no policy": [repository({}), "aws_ecr_repository.api : none that names it"] },
    isNotAbout: { "files without repositories": noRepository },
  },
  "repositories-keep-what-runs": {
    passes: {
      "the newest hundred": ends({ tagStatus: "any", countType: "imageCountMoreThan", countNumber: 100 }),
      "what lost its tags": ends({ tagStatus: "untagged", countType: "sinceImagePushed", countNumber: 14 }),
      "tags of branches": ends({
        tagStatus: "tagged",
        tagPatternList: ["branch-*"],
        countType: "sinceImagePushed",
        countNumber: 14,
      }),
      "rules of a data source": {
        ...policy("${data.aws_ecr_lifecycle_policy_document.api.json}"),
        "data.aws_ecr_lifecycle_policy_document.api": {
          rule: { selection: { tag_status: "untagged", count_type: "sinceImagePushed", count_number: 1 } },
        },
      },
    },
    fails: {
      "the newest ten": [
        ends({ tagStatus: "any", countType: "imageCountMoreThan", countNumber: 10 }),
        'aws_ecr_lifecycle_policy.api policy: "imageCountMoreThan" 10 in rule 9',
      ],
      "tags that the files do not tell": [
        policy(
          '${jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "tagged", tagPatternList = [var.tag], countType = "imageCountMoreThan", countNumber = 5 } }] })}',
        ),
        'aws_ecr_lifecycle_policy.api policy: "imageCountMoreThan" 5 in rule 1',
      ],
      "every tag by age": [
        ends({ tagStatus: "tagged", tagPatternList: ["*"], countType: "sinceImagePushed", countNumber: 90 }),
        'aws_ecr_lifecycle_policy.api policy: "sinceImagePushed" 90 in rule 9',
      ],
      "a small number in a data source": [
        {
          ...policy("${data.aws_ecr_lifecycle_policy_document.api.json}"),
          "data.aws_ecr_lifecycle_policy_document.api": {
            rule: {
              priority: 1,
              selection: { tag_status: "any", count_type: "imageCountMoreThan", count_number: 5 },
            },
          },
        },
        'aws_ecr_lifecycle_policy.api policy: "imageCountMoreThan" 5 in rule 1',
      ],
      "rules that the files do not tell": [
        policy("${file(var.path)}"),
        "aws_ecr_lifecycle_policy.api policy: file(var.path)",
      ],
    },
    isNotAbout: { "repositories without a policy": repository({}) },
  },
  "repositories-have-a-key": {
    passes: {
      "a key, also outside production": {
        ...repository({ encryption_configuration: { encryption_type: "KMS", kms_key: "alias/images" } }),
        production: false,
      },
    },
    fails: {
      "nothing said": [
        repository({}),
        'aws_ecr_repository.api encryption_configuration.encryption_type: nothing, which means "AES256"',
        "aws_ecr_repository.api encryption_configuration.kms_key: nothing",
      ],
      "a key of AWS": [
        repository({ encryption_configuration: [{ encryption_type: "KMS" }] }),
        "aws_ecr_repository.api encryption_configuration.kms_key: nothing",
      ],
    },
    isNotAbout: { "files without repositories": noRepository },
  },
  "builds-have-no-plain-secrets": {
    passes: {
      "a variable without a secret": variable({ name: "STAGE", value: "prod" }),
      "a secret by its name": variable({ name: "TOKEN", value: "prod/token", type: "SECRETS_MANAGER" }),
      "a switch with the name of a secret": variable({ name: "CHECK_TOKEN", value: "true" }),
    },
    fails: {
      "a secret as text, which is not shown": [
        variable({ name: "API_TOKEN", value: "correct horse" }),
        'aws_codebuild_project.api environment.environment_variable.API_TOKEN: "PLAINTEXT"',
      ],
      "a name that the files do not tell": [
        variable({ name: "${var.name}", value: "${var.value}" }),
        'aws_codebuild_project.api environment.environment_variable.var.name: "PLAINTEXT"',
      ],
      "a secret from a variable": [
        variable({ name: "AWS_SECRET_ACCESS_KEY", value: "${var.key}", type: "PLAINTEXT" }),
        'aws_codebuild_project.api environment.environment_variable.AWS_SECRET_ACCESS_KEY: "PLAINTEXT"',
      ],
      "a text that looks like a secret": [
        variable({ name: "DATABASE", value: "postgres://app:hunter22@db/app" }),
        'aws_codebuild_project.api environment.environment_variable.DATABASE: "PLAINTEXT"',
      ],
    },
    isNotAbout: { "files without build projects": noProject },
  },
  "builds-write-logs": {
    passes: {
      "logs in CloudWatch": project({ logs_config: { cloudwatch_logs: { group_name: "builds" } } }),
      "logs in S3": project({ logs_config: [{ s3_logs: [{ status: "ENABLED", location: "logs/builds" }] }] }),
    },
    fails: {
      "nothing said": [project({}), "aws_codebuild_project.api logs_config: nothing"],
      "both switched off": [
        project({
          logs_config: { cloudwatch_logs: { status: "DISABLED" }, s3_logs: { status: "DISABLED" } },
        }),
        'aws_codebuild_project.api logs_config: "DISABLED" and "DISABLED"',
      ],
      "logs in S3 without encryption": [
        project({ logs_config: { s3_logs: { status: "ENABLED", encryption_disabled: true } } }),
        "aws_codebuild_project.api logs_config.s3_logs.encryption_disabled: true",
      ],
    },
    isNotAbout: { "files without build projects": noProject },
  },
  "builds-are-privileged-for-images-only": {
    passes: {
      "a build without privileges": buildspec(false),
      "a build of images": buildspec(true, "phases:\n  build:\n    commands: [docker build -t api .]"),
      "a build of images in JSON": buildspec(
        "true",
        '${jsonencode({ phases = { build = { commands = ["docker buildx build ."] } } })}',
      ),
    },
    fails: {
      "a build of something else": [
        buildspec(true, "phases: { build: { commands: [npm test] } }"),
        `${privileged}: true`,
      ],
      "a build whose commands are elsewhere": [buildspec(true), `${privileged}: true`],
      "a flag that the files do not tell": [
        buildspec("${var.privileged}", "docker build ."),
        `${privileged}: var.privileged`,
      ],
    },
    isNotAbout: { "files without build projects": noProject },
  },
  "build-artifacts-are-encrypted": {
    passes: {
      "a key": project({ encryption_key: "${aws_kms_key.builds.arn}", artifacts: { type: "CODEPIPELINE" } }),
    },
    fails: {
      "no key": [project({}), "aws_codebuild_project.api encryption_key: nothing"],
      "encryption switched off for some": [
        project({ encryption_key: "alias/builds", secondary_artifacts: [{ encryption_disabled: true }] }),
        "aws_codebuild_project.api secondary_artifacts.encryption_disabled: true",
      ],
    },
    isNotAbout: { "files without build projects": noProject },
  },
  "pipeline-artifacts-have-a-key": {
    passes: { "a key": pipeline({ encryption_key: { id: "alias/pipelines", type: "KMS" } }) },
    fails: {
      "a store that the files do not tell": [
        { "aws_codepipeline.api": { artifact_store: "${var.store}" } },
        "aws_codepipeline.api artifact_store.encryption_key.id: var.store",
      ],
      "no key in one of two regions": [
        pipeline({ encryption_key: [{ id: "alias/pipelines" }] }, { location: "artifacts" }),
        "aws_codepipeline.api artifact_store.encryption_key.id: nothing",
      ],
    },
    isNotAbout: { "files without pipelines": noProject },
  },
});

test("our environments pass", () => expect(findingsInOurs(deliveryRules)).toEqual([]));
