import { Lb } from "@cdktf/provider-aws/lib/lb";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { AccessLogBucket } from "../../../constructs/load-balancing/access-log-bucket";
import { LoadBalancer } from "../../../constructs/load-balancing/load-balancer";
import { synthesize } from "../../../testing/synthesize";

type LoadBalancerProps = ConstructorParameters<typeof LoadBalancer>[2];

function synthesizeBalancer(props: Partial<LoadBalancerProps> = {}, withLogs = false) {
  return synthesize((stack) => {
    const accessLogBucket = withLogs
      ? new AccessLogBucket(stack, "Logs", { bucketName: "test-logs", account: "123456789012" })
      : undefined;
    new LoadBalancer(stack, "Balancer", {
      name: "test",
      kind: "public",
      loadBalancerName: "test-public",
      vpcId: "vpc-1",
      subnetIds: ["subnet-a", "subnet-b"],
      accessLogBucket,
      ...props,
    });
  });
}

describe("LoadBalancer", () => {
  test.each([
    ["is an application load balancer", "load_balancer_type", "application"],
    ["drops invalid header fields", "drop_invalid_header_fields", true],
    ["mitigates desync attacks", "desync_mitigation_mode", "defensive"],
    ["is protected from deletion", "enable_deletion_protection", true],
    ["closes connections that are silent for a minute", "idle_timeout", 60],
  ])("%s by default", (_, attribute, value) => {
    expect(synthesizeBalancer().only(Lb)).toHaveProperty(attribute, value);
  });

  test.each([
    ["public", false],
    ["internal", true],
  ] as const)("of kind %s is internal: %p", (kind, internal) => {
    expect(synthesizeBalancer({ kind }).only(Lb)).toMatchObject({ internal });
  });

  test("may be deleted when told so", () => {
    expect(synthesizeBalancer({ deletionProtection: false }).only(Lb)).toMatchObject({
      enable_deletion_protection: false,
    });
  });

  test("takes another idle timeout", () => {
    expect(synthesizeBalancer({ idleTimeoutSeconds: 300 }).only(Lb)).toMatchObject({ idle_timeout: 300 });
  });

  test("stands in all the subnets it is given", () => {
    expect(synthesizeBalancer().only(Lb)).toMatchObject({ subnets: ["subnet-a", "subnet-b"] });
  });

  test("is refused in a single subnet, with place, rule, value and advice", () => {
    expect(() => synthesizeBalancer({ subnetIds: ["subnet-a"] })).toThrowErrorMatchingInlineSnapshot(`
     "test-stack/Balancer: 1 problem
       subnetIds  must name subnets in two zones or more, as every application load balancer needs, got 1. Give the network two zones."
    `);
  });

  test("has one security group of its own", () => {
    const synthesis = synthesizeBalancer();
    expect(synthesis.only(Lb)).toMatchObject({
      security_groups: ["${aws_security_group.balancer_security_group.id}"],
    });
    expect(synthesis.only(SecurityGroup)).toMatchObject({ name_prefix: "test-public-" });
  });

  test("writes no access logs without a bucket", () => {
    expect(synthesizeBalancer().only(Lb)).not.toHaveProperty("access_logs");
  });

  test("writes access logs under its kind", () => {
    expect(synthesizeBalancer({}, true).only(Lb)).toMatchObject({
      access_logs: { enabled: true, bucket: "${aws_s3_bucket.logs.bucket}", prefix: "public" },
    });
  });

  test("waits until it may write access logs", () => {
    expect(synthesizeBalancer({}, true).only(Lb)).toMatchObject({
      depends_on: ["aws_s3_bucket_policy.logs_policy"],
    });
  });
});
