import { dataSources } from "../../../offline/data-sources/data-sources";
import { type Values } from "../../../offline/values/value";
import { account, assumed, contextWith, existing, refusal, values } from "./world";

describe("the account", () => {
  test("is the one of the provider", () => {
    expect(values("aws_caller_identity", {})).toMatchObject({
      id: account,
      account_id: account,
      arn: `arn:aws:sts::${account}:assumed-role/offline/terraform`,
    });
  });

  test("has a canonical user of 64 digits", () => {
    expect(values("aws_canonical_user_id", {})["id"]).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is assumed to manage an organization", () => {
    expect(values("aws_organizations_organization", {})).toMatchObject({ master_account_id: account });
    expect(assumed("aws_organizations_organization", {})).toMatch(/^AWS Organizations organization "o-/);
  });
});

describe("aws_partition", () => {
  test.each([
    ["aws", "amazonaws.com", "com.amazonaws"],
    ["aws-cn", "amazonaws.com.cn", "cn.com.amazonaws"],
  ])("%s ends with %s", (partition, dns_suffix, reverse_dns_prefix) => {
    const answer = dataSources.get("aws_partition")?.read({}, { ...contextWith([], "x"), partition });
    expect(answer).toEqual({ values: { id: partition, partition, dns_suffix, reverse_dns_prefix } });
  });
});

describe("aws_region", () => {
  test.each<Values>([{}, { name: "eu-west-1" }, { endpoint: "ec2.eu-west-1.amazonaws.com" }])(
    "answers %j",
    (asked) => {
      expect(values("aws_region", asked)).toEqual({
        id: "eu-west-1",
        name: "eu-west-1",
        region: "eu-west-1",
        description: "Europe (Ireland)",
        endpoint: "ec2.eu-west-1.amazonaws.com",
      });
    },
  );

  test("that does not exist is refused", () => {
    expect(refusal("aws_region", { name: "eu-west-9" })).toBe('region not found for name "eu-west-9"');
  });
});

describe("aws_regions", () => {
  test("are those that need no consent", () => {
    expect(values("aws_regions", {})["names"]).not.toContain("eu-south-1");
  });

  test("are all of the partition when asked for", () => {
    const names = values("aws_regions", { all_regions: true })["names"];
    expect(names).toContain("eu-south-1");
    expect(names).not.toContain("cn-north-1");
  });
});

describe("aws_default_tags", () => {
  test("shows the tags of the provider", () => {
    const answer = dataSources
      .get("aws_default_tags")
      ?.read({}, { ...contextWith([], "x"), defaultTags: { a: "b" } });
    expect(answer).toEqual({ values: { id: "aws", tags: { a: "b" } } });
  });
});

describe("aws_service", () => {
  test.each<Values>([
    { service_id: "s3" },
    { dns_name: "s3.eu-west-1.amazonaws.com" },
    { reverse_dns_name: "com.amazonaws.eu-west-1.s3" },
  ])("answers %j", (asked) => {
    expect(values("aws_service", asked)).toMatchObject({
      dns_name: "s3.eu-west-1.amazonaws.com",
      reverse_dns_name: "com.amazonaws.eu-west-1.s3",
      service_id: "s3",
    });
  });

  test("must be named", () => {
    expect(refusal("aws_service", {})).toMatch(/^service ID not provided/);
  });
});

describe("aws_service_principal", () => {
  test.each([
    ["eu-west-1", "ec2", "ec2.amazonaws.com"],
    ["cn-north-1", "ec2", "ec2.amazonaws.com.cn"],
    ["cn-north-1", "ecs-tasks", "ecs-tasks.amazonaws.com"],
  ])("in %s: %s is %s", (region, service_name, name) => {
    expect(values("aws_service_principal", { service_name }, [], region)["name"]).toBe(name);
  });
});

describe("aws_iam_session_context", () => {
  const arn = `arn:aws:sts::${account}:assumed-role/deploy/me`;

  test("finds the role behind a session", () => {
    const role = existing("aws_iam_role", {
      name: "deploy",
      arn: "arn:role/path/deploy",
      unique_id: "AROA1",
    });
    expect(values("aws_iam_session_context", { arn }, [role])).toEqual({
      id: arn,
      issuer_arn: "arn:role/path/deploy",
      issuer_id: "AROA1",
      issuer_name: "deploy",
      session_name: "me",
    });
  });

  test("takes a role for granted that no stack made", () => {
    expect(assumed("aws_iam_session_context", { arn })).toMatch(/"deploy"/);
  });

  test("leaves other ARNs as they are", () => {
    expect(values("aws_iam_session_context", { arn: "arn:aws:iam::1:user/me" })).toMatchObject({
      issuer_arn: "arn:aws:iam::1:user/me",
      issuer_name: "",
    });
  });
});

describe("what AWS publishes per region", () => {
  test.each([
    ["aws_lb_hosted_zone_id", {}, "Z32O12XQLNTSW2"],
    ["aws_lb_hosted_zone_id", { load_balancer_type: "network" }, "Z2IFOLAFXWLO4F"],
    ["aws_elb_hosted_zone_id", {}, "Z32O12XQLNTSW2"],
    ["aws_elb_service_account", {}, "156460612806"],
  ])("%s with %j is %s", (type, configuration, id) => {
    expect(values(type, configuration)["id"]).toBe(id);
  });

  test("is refused elsewhere", () => {
    expect(refusal("aws_elb_service_account", {}, [], "eu-west-9")).toBe("unsupported AWS Region: eu-west-9");
  });
});
