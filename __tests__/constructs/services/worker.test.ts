import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Worker } from "../../../constructs/services/worker";
import type { ContainerServiceSettings } from "../../../constructs/services/container-service-settings";
import { synthesize } from "../../../testing/synthesize";
import { aNetwork } from "../../support/a-network";
import { containersIn, serviceSettings } from "../../support/a-service";

function synthesizeWorker(settings: Partial<ContainerServiceSettings> = {}) {
  return synthesize((stack) => {
    new Worker(
      stack,
      "Mailer",
      serviceSettings({ name: "mailer", containers: [{ name: "mailer" }], ...settings }),
    );
  });
}

const group = "${aws_security_group.mailer_security_group.id}";

function ways(synthesis: ReturnType<typeof synthesizeWorker>) {
  return Object.values(synthesis.resources(VpcSecurityGroupEgressRule)).map((rule) => [
    rule["referenced_security_group_id"] ?? rule["prefix_list_id"] ?? rule["cidr_ipv4"],
    rule["from_port"],
  ]);
}

describe("Worker", () => {
  test("is reached by nobody", () => {
    const rules = Object.values(synthesizeWorker().resources(VpcSecurityGroupIngressRule));
    expect(rules.filter((rule) => rule["security_group_id"] === group)).toEqual([]);
  });

  test("has neither target group nor load balancer", () => {
    const synthesis = synthesizeWorker();
    expect(synthesis.count(LbTargetGroup)).toBe(0);
    expect(synthesis.only(EcsService)).not.toHaveProperty("load_balancer");
  });

  test("starts from a seed that waits", () => {
    expect(containersIn(synthesizeWorker(), "mailer_seed_containers")).toMatchObject([
      { name: "mailer", command: ["while :; do sleep 3600; done"] },
    ]);
  });

  test("maps no port", () => {
    const [container] = containersIn(synthesizeWorker(), "mailer_template_containers");
    expect(container).not.toHaveProperty("portMappings");
  });
});

describe("The ways out of a service", () => {
  test("are the endpoints and S3, when the network has them", () => {
    expect(ways(synthesizeWorker())).toEqual([
      ["sg-endpoints", 443],
      ["pl-s3", 443],
    ]);
  });

  test("are those declared, and no others", () => {
    const network = aNetwork({ endpoints: undefined, s3PrefixListId: undefined });
    const outbound = [
      { to: "internet", port: 443, reason: "Pull images" },
      { to: "192.0.2.0/24", port: 587, reason: "Mail relay" },
    ];
    expect(ways(synthesizeWorker({ network, outbound }))).toEqual([
      ["0.0.0.0/0", 443],
      ["192.0.2.0/24", 587],
    ]);
  });

  test("say why", () => {
    const outbound = [{ to: "192.0.2.0/24", port: 587, reason: "Mail relay" }];
    const reasons = Object.values(synthesizeWorker({ outbound }).resources(VpcSecurityGroupEgressRule)).map(
      (rule) => rule["description"],
    );
    expect(reasons).toEqual([
      "mailer pulls images, writes logs and reads secrets",
      "mailer pulls image layers from S3",
      "Mail relay",
    ]);
  });
});
