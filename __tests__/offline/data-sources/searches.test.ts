import { type Values } from "../../../offline/values/value";
import { account, assumed, existing, refusal, values } from "./world";

describe("a Route 53 zone", () => {
  const inside = existing("aws_route53_zone", {
    name: "a.example",
    zone_id: "Z1",
    vpc: [{ vpc_id: "vpc-1" }],
  });

  test("that is private is no answer to the question for a public one", () => {
    expect(assumed("aws_route53_zone", { name: "a.example" }, [inside])).toBe('Route 53 zone "a.example"');
  });

  test("that is private is found by its VPC", () => {
    expect(values("aws_route53_zone", { name: "a.example", vpc_id: "vpc-1" }, [inside])["zone_id"]).toBe(
      "Z1",
    );
  });

  test("is found by its id, public or not", () => {
    expect(values("aws_route53_zone", { zone_id: "Z1" }, [inside])["private_zone"]).toBe(true);
  });

  test("is listed with the others", () => {
    expect(values("aws_route53_zones", {}, [inside])["ids"]).toEqual(["Z1"]);
  });
});

describe("a certificate", () => {
  const ordered = existing("aws_acm_certificate", {
    domain_name: "a.example",
    arn: "c",
    status: "PENDING_VALIDATION",
  });
  const validated = existing("aws_acm_certificate_validation", { certificate_arn: "c" });

  test("that waits for its proof is not there yet", () => {
    expect(refusal("aws_acm_certificate", { domain: "a.example" }, [ordered])).toBe(
      "no matching ACM Certificate found",
    );
  });

  test("is issued once it is validated", () => {
    expect(values("aws_acm_certificate", { domain: "a.example" }, [ordered, validated])).toMatchObject({
      arn: "c",
      status: "ISSUED",
    });
  });
});

describe("a task definition", () => {
  const revision = (number: number): Values => ({
    family: "dev-api",
    revision: number,
    arn: `arn:dev-api:${number}`,
    container_definitions: JSON.stringify([
      { name: "api", image: `registry/api:${number}`, environment: [{ name: "A", value: "1" }], memory: 512 },
    ]),
  });
  const revisions = [2, 10, 9].map((number) => existing("aws_ecs_task_definition", revision(number)));

  test.each([
    ["dev-api", 10],
    ["dev-api:9", 9],
    ["arn:dev-api:2", 2],
  ])("%s means revision %i", (task_definition, expected) => {
    expect(values("aws_ecs_task_definition", { task_definition }, revisions)["revision"]).toBe(expected);
  });

  test("of another family does not exist", () => {
    expect(refusal("aws_ecs_task_definition", { task_definition: "web" }, revisions)).toMatch(
      /^Unable to describe/,
    );
  });

  test("shows its containers", () => {
    const asked = { task_definition: "dev-api", container_name: "api" };
    expect(values("aws_ecs_container_definition", asked, revisions)).toMatchObject({
      id: "dev-api/api",
      image: "registry/api:10",
      image_digest: "10",
      environment: { A: "1" },
      memory: 512,
    });
  });

  test("does not have other containers", () => {
    const asked = { task_definition: "dev-api", container_name: "web" };
    expect(refusal("aws_ecs_container_definition", asked, revisions)).toBe(
      'container with name "web" not found in task definition "arn:dev-api:10"',
    );
  });
});

describe("parameters by path", () => {
  const things = ["/dev/b", "/dev/a", "/dev/deep/c", "/development"].map((name) =>
    existing("aws_ssm_parameter", { name, arn: `arn${name}`, type: "String", value: name }),
  );

  test("are those directly below, by name", () => {
    expect(values("aws_ssm_parameters_by_path", { path: "/dev" }, things)).toEqual({
      id: "/dev",
      names: ["/dev/a", "/dev/b"],
      arns: ["arn/dev/a", "arn/dev/b"],
      types: ["String", "String"],
      values: ["/dev/a", "/dev/b"],
    });
  });

  test("are all below when recursive", () => {
    expect(
      values("aws_ssm_parameters_by_path", { path: "/dev/", recursive: true }, things)["names"],
    ).toHaveLength(3);
  });
});

describe("a secret's value", () => {
  const type = "aws_secretsmanager_secret_version";
  const secret = existing("aws_secretsmanager_secret", { arn: "arn:db", name: "db" });
  const version = existing(type, { secret_id: "arn:db", secret_string: "s3cret", version_id: "v1" });

  test.each(["arn:db", "db"])("is found by %s", (secret_id) => {
    expect(values(type, { secret_id }, [secret, version])).toMatchObject({
      id: `${secret_id}|AWSCURRENT`,
      secret_string: "s3cret",
      version_stages: ["AWSCURRENT"],
    });
  });

  test("is missing while nobody put it in", () => {
    expect(refusal(type, { secret_id: "db" }, [secret])).toBe(
      "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    );
  });

  test("is missing with its secret", () => {
    expect(refusal(type, { secret_id: "x" }, [secret, version])).toBe(
      "Secrets Manager can't find the specified secret.",
    );
  });
});

describe("lists", () => {
  const things = [
    existing("aws_vpc", { id: "vpc-1" }),
    existing("aws_security_group", { id: "sg-1", arn: "arn:sg-1", vpc_id: "vpc-1", name: "a" }),
    existing("aws_route_table", { id: "rtb-1", vpc_id: "vpc-1" }),
    existing("aws_route", {
      route_table_id: "rtb-1",
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: "igw-1",
    }),
    existing("aws_route_table_association", {
      id: "rtbassoc-1",
      route_table_id: "rtb-1",
      subnet_id: "subnet-1",
    }),
    existing("aws_iam_role", { name: "dev-task", arn: "arn:dev-task", path: "/ecs/" }),
    existing("aws_cloudwatch_log_group", { name: "/ecs/dev", arn: "arn:/ecs/dev" }),
  ];

  test.each<[string, Values, Values]>([
    ["aws_vpcs", {}, { ids: ["vpc-1"] }],
    ["aws_security_groups", {}, { ids: ["sg-1"], arns: ["arn:sg-1"], vpc_ids: ["vpc-1"] }],
    [
      "aws_security_groups",
      { filter: [{ name: "group-name", values: ["b"] }] },
      { ids: [], arns: [], vpc_ids: [] },
    ],
    ["aws_route_tables", { vpc_id: "vpc-1" }, { ids: ["rtb-1"] }],
    ["aws_iam_roles", { name_regex: "^dev-" }, { names: ["dev-task"], arns: ["arn:dev-task"] }],
    ["aws_iam_roles", { path_prefix: "/lambda/" }, { names: [], arns: [] }],
    ["aws_cloudwatch_log_groups", { log_group_name_prefix: "/ecs" }, { log_group_names: ["/ecs/dev"] }],
  ])("%s with %j", (type, configuration, expected) => {
    expect(values(type, configuration, things)).toMatchObject(expected);
  });

  test("a route table is found by its subnet, with routes that are resources of their own", () => {
    expect(values("aws_route_table", { subnet_id: "subnet-1" }, things)).toMatchObject({
      routes: [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1", nat_gateway_id: "" }],
      associations: [{ route_table_association_id: "rtbassoc-1", subnet_id: "subnet-1", main: false }],
    });
  });
});

describe("a target group", () => {
  test("names the balancers that send to it, by default or by a rule", () => {
    const things = [
      existing("aws_lb_target_group", { arn: "group", name: "g" }),
      existing("aws_lb_listener", {
        arn: "one",
        load_balancer_arn: "lb-1",
        default_action: [{ forward: [{ target_group: [{ arn: "group" }] }] }],
      }),
      existing("aws_lb_listener", { arn: "two", load_balancer_arn: "lb-2", default_action: [] }),
      existing("aws_lb_listener_rule", { listener_arn: "two", action: [{ target_group_arn: "group" }] }),
      existing("aws_lb_listener", { arn: "three", load_balancer_arn: "lb-3", default_action: [] }),
    ];
    expect(values("aws_lb_target_group", { name: "g" }, things)["load_balancer_arns"]).toEqual([
      "lb-1",
      "lb-2",
    ]);
  });
});

describe("an ECR lifecycle policy", () => {
  test("is written with the names of ECR and its only action", () => {
    const selection = [
      { tag_status: "tagged", tag_prefix_list: ["v"], count_type: "imageCountMoreThan", count_number: 9 },
    ];
    const json = values("aws_ecr_lifecycle_policy_document", {
      rule: [{ priority: 1, description: null, selection }],
    });
    expect(String(json["json"]).replace(/\s/g, "")).toBe(
      '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"tagged","tagPrefixList":["v"],"countType":"imageCountMoreThan","countNumber":9},"action":{"type":"expire"}}]}',
    );
  });
});

describe("an ECR token", () => {
  test("says to whoever decodes it that it was made up", () => {
    const { authorization_token: token, proxy_endpoint } = values("aws_ecr_authorization_token", {});
    expect(Buffer.from(String(token), "base64").toString()).toBe("AWS:offline-provider-made-this-up");
    expect(proxy_endpoint).toBe(`https://${account}.dkr.ecr.eu-west-1.amazonaws.com`);
  });
});
