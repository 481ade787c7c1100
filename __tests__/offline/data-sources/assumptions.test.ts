import { assumptions } from "../../../offline/data-sources/assumptions";
import { type Values } from "../../../offline/values/value";
import { account, assumed, existing, refusal, values } from "./world";

const repository = existing("aws_ecr_repository", { name: "api", repository_url: "registry/api" });
const session = `arn:aws:sts::${account}:assumed-role/offline/terraform`;

/** A question for each type that answers although nobody made anything, and what it says it took for granted. */
const questions: Readonly<Record<string, readonly [Values, string | RegExp]>> = {
  aws_acm_certificate: [{ domain: "example.com" }, 'ACM certificate for "example.com"'],
  aws_ami: [
    { filter: [{ name: "name", values: ["al2023-ami-*-arm64"] }] },
    'AMI "al2023-ami-20250101-arm64" (arm64)',
  ],
  aws_codestarconnections_connection: [{ name: "git" }, 'CodeStar connection "git"'],
  aws_ec2_managed_prefix_list: [
    { name: "com.amazonaws.global.cloudfront.origin-facing" },
    'prefix list "com.amazonaws.global.cloudfront.origin-facing"',
  ],
  aws_ecr_authorization_token: [{}, "an ECR authorization token, which opens nothing"],
  aws_ecr_image: [{ repository_name: "api", image_tag: "dev" }, 'image "api:dev"'],
  aws_iam_policy: [{ name: "AWSCodeDeployRoleForECS" }, 'policy "AWSCodeDeployRoleForECS", managed by AWS'],
  aws_iam_session_context: [{ arn: session }, 'IAM role "offline" behind the session that plans'],
  aws_kms_alias: [{ name: "alias/aws/rds" }, 'KMS key "alias/aws/rds"'],
  aws_kms_key: [{ key_id: "alias/aws/rds" }, 'KMS key "alias/aws/rds"'],
  aws_organizations_organization: [{}, /^AWS Organizations organization "o-[0-9a-f]{10}"/],
  aws_prefix_list: [{ name: "com.amazonaws.eu-west-1.s3" }, 'prefix list "com.amazonaws.eu-west-1.s3"'],
  aws_rds_engine_version: [{ engine: "postgres", version: "16" }, "RDS engine version postgres 16.10"],
  aws_rds_orderable_db_instance: [
    { engine: "postgres", engine_version: "17", instance_class: "db.t4g.micro" },
    "RDS instance class db.t4g.micro for postgres 17.6",
  ],
  aws_route53_zone: [{ name: "dev.example.com." }, 'Route 53 zone "dev.example.com"'],
  aws_ssm_parameter: [
    { name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64" },
    /^SSM parameter "\/aws/,
  ],
  aws_vpc_endpoint_service: [
    { service: "ecr.api" },
    'VPC endpoint service "com.amazonaws.eu-west-1.ecr.api"',
  ],
};

describe("the table of assumptions", () => {
  test("has a question here for each type", () => {
    expect(Object.keys(questions)).toEqual(assumptions.map(({ type }) => type));
  });

  test.each(assumptions.map(({ type }) => type))("%s says what it took for granted", (type) => {
    const [configuration, said] = questions[type] ?? [{}, ""];
    expect(assumed(type, configuration, [repository])).toMatch(said);
    if (typeof said === "string") expect(assumed(type, configuration, [repository])).toBe(said);
  });

  test.each(assumptions.map(({ type }) => type))("%s answers the same again", (type) => {
    const [configuration] = questions[type] ?? [{}];
    expect(values(type, configuration, [repository])).toEqual(
      values(type, { ...configuration }, [repository]),
    );
  });
});

describe("what is not taken for granted", () => {
  test.each<[string, Values, RegExp]>([
    ["aws_route53_zone", { name: "internal", private_zone: true }, /^no matching Route 53 Hosted Zone found/],
    ["aws_route53_zone", { zone_id: "Z1" }, /^No hosted zone found with ID: Z1/],
    [
      "aws_acm_certificate",
      { domain: "example.com", statuses: ["EXPIRED"] },
      /^no matching ACM Certificate found/,
    ],
    ["aws_iam_policy", { name: "Mine" }, /^no IAM policy found/],
    ["aws_kms_key", { key_id: "alias/mine" }, /^Alias arn:aws:kms:.*:alias\/mine is not found/],
    [
      "aws_ecr_image",
      { repository_name: "web", image_tag: "dev" },
      /^The repository with name 'web' does not exist/,
    ],
    ["aws_ecr_image", { repository_name: "api" }, /must be specified/],
    ["aws_vpc_endpoint_service", { service_name: "com.amazonaws.vpce.eu-west-1.vpce-svc-1" }, /^no matching/],
    ["aws_vpc_endpoint_service", { service: "ecr.api", service_type: "Gateway" }, /^no matching/],
    ["aws_prefix_list", { name: "other" }, /^no matching EC2 Prefix List found/],
    ["aws_prefix_list", {}, /^multiple EC2 Prefix Lists matched/],
    ["aws_rds_engine_version", { engine: "postgres", version: "99" }, /^no RDS engine versions match/],
    [
      "aws_rds_orderable_db_instance",
      { engine: "postgres", instance_class: "small" },
      /^no RDS DB Instance Classes/,
    ],
    ["aws_ec2_instance_type", { instance_type: "t9.huge" }, /instance types do not exist: \[t9.huge\]/],
    ["aws_cloudfront_cache_policy", { name: "Mine" }, /^no matching CloudFront Cache Policy/],
  ])("%s %j", (type, configuration, message) => {
    expect(refusal(type, configuration, [repository])).toMatch(message);
  });
});

describe("what exists", () => {
  test("goes before what would be assumed", () => {
    const zone = existing("aws_route53_zone", { name: "dev.example.com", zone_id: "Z1" });
    expect(values("aws_route53_zone", { name: "dev.example.com" }, [zone])["zone_id"]).toBe("Z1");
    expect(assumed("aws_route53_zone", { name: "dev.example.com" }, [zone])).toBeUndefined();
  });

  test("only because it was assumed before stays an assumption, with the same values", () => {
    const asked = { name: "dev.example.com" };
    const before = values("aws_route53_zone", asked);
    const twice = [1, 2].map(() => ({ ...existing("aws_route53_zone", before), assumed: "a zone" }));
    expect(values("aws_route53_zone", asked, twice)).toEqual(before);
  });

  test("and is private does not answer for a public zone", () => {
    const zones = [
      existing("aws_route53_zone", { name: "a.example", zone_id: "Z1", vpc: [{ vpc_id: "vpc-1" }] }),
      existing("aws_route53_zone", { name: "a.example", zone_id: "Z2" }),
    ];
    expect(values("aws_route53_zone", { name: "a.example" }, zones)["zone_id"]).toBe("Z2");
    expect(values("aws_route53_zone", { name: "a.example", private_zone: true }, zones)["zone_id"]).toBe(
      "Z1",
    );
  });
});

describe("stable values", () => {
  test("are true where AWS's are known", () => {
    expect(values("aws_prefix_list", { name: "com.amazonaws.eu-west-1.s3" })["id"]).toBe("pl-6da54004");
    expect(values("aws_cloudfront_cache_policy", { name: "Managed-CachingDisabled" })).toMatchObject({
      id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      max_ttl: 0,
    });
  });

  test.each([
    ["t4g.micro", 2, 1024, "arm64"],
    ["m5.large", 2, 8192, "x86_64"],
    ["c7g.4xlarge", 16, 32_768, "arm64"],
  ])("%s has %i processors and %i MiB", (instance_type, default_vcpus, memory_size, architecture) => {
    expect(values("aws_ec2_instance_type", { instance_type })).toMatchObject({
      default_vcpus,
      memory_size,
      supported_architectures: [architecture],
    });
  });

  test("of ECS's image are JSON with the same image id as the field", () => {
    const name = "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended";
    const whole: unknown = JSON.parse(String(values("aws_ssm_parameter", { name })["value"]));
    const field = values("aws_ssm_parameter", { name: `${name}/image_id` })["value"];
    expect(whole).toMatchObject({ image_id: field });
    expect(field).toMatch(/^ami-0[0-9a-f]{16}$/);
  });
});
