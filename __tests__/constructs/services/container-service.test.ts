import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { TerraformLocal } from "cdktf";
import { ContainerService } from "../../../constructs/services/container-service";
import type {
  ContainerServiceProps,
  ServiceIngress,
} from "../../../constructs/services/container-service-settings";
import { synthesize } from "../../../testing/synthesize";
import { aPeer } from "../../support/a-network";
import {
  aCluster,
  aClusterWithExec,
  containersIn,
  execSettings,
  serviceSettings,
} from "../../support/a-service";

const ingress: ServiceIngress = {
  from: aPeer("public-load-balancer"),
  port: 8080,
  targetGroupArn: "arn:target-group",
  healthCheckPath: "/health",
  graceSeconds: 90,
  requestCountLabel: "app/x/targetgroup/y",
  rules: [],
};

function synthesizeService(props: Partial<ContainerServiceProps> = {}) {
  return synthesize((stack) => {
    new ContainerService(stack, "Orders", { ...serviceSettings(), ...props });
  });
}

function aService(props: Partial<ContainerServiceProps> = {}) {
  return synthesizeService(props).only(EcsService);
}

describe("The tasks of a service", () => {
  test("are in private subnets, without a public address, in the service's own group", () => {
    expect(aService()).toMatchObject({
      network_configuration: {
        subnets: ["subnet-private-a", "subnet-private-b"],
        security_groups: ["${aws_security_group.orders_security_group.id}"],
        assign_public_ip: false,
      },
    });
  });

  test("run in the cluster", () => {
    expect(aService()).toMatchObject({ cluster: "arn:cluster", name: "orders" });
  });

  test("run on the latest platform", () => {
    expect(aService()).toMatchObject({ platform_version: "LATEST" });
  });

  test("are spread over zones again after a failure", () => {
    expect(aService()).toMatchObject({ availability_zone_rebalancing: "ENABLED" });
  });

  test("carry the service's tags", () => {
    expect(aService()).toMatchObject({ propagate_tags: "SERVICE", enable_ecs_managed_tags: true });
  });

  test("are two by default", () => {
    expect(aService()).toMatchObject({ desired_count: 2 });
  });

  test("are as many as the minimum says", () => {
    expect(aService({ scaling: { minTasks: 3, maxTasks: 6, cpuPercent: 60 } })).toMatchObject({
      desired_count: 3,
    });
  });

  test("may be replaced by a plan unless that is prevented", () => {
    expect(aService()["lifecycle"]).not.toHaveProperty("prevent_destroy");
  });

  test("cannot be replaced by a plan where that is prevented", () => {
    expect(aService({ preventDestroy: true })["lifecycle"]).toMatchObject({ prevent_destroy: true });
  });

  test("cannot be opened by people", () => {
    expect(aService({ cluster: aClusterWithExec() })).toMatchObject({ enable_execute_command: false });
  });

  test("can be opened by people with exec", () => {
    expect(aService(execSettings())).toMatchObject({ enable_execute_command: true });
  });
});

describe("The security group of a service", () => {
  test("is named by environment and service, in the network of the tasks", () => {
    expect(synthesizeService().only(SecurityGroup)).toMatchObject({
      name_prefix: "test-orders-",
      vpc_id: "vpc-1",
    });
  });

  test("is known to others by the service's name", () => {
    let peerName = "";
    synthesize((stack) => {
      ({ peerName } = new ContainerService(stack, "Orders", serviceSettings()).securityGroup);
    });
    expect(peerName).toBe("orders");
  });
});

describe("Deployments of a service", () => {
  test("never have fewer tasks than wanted", () => {
    expect(aService()).toMatchObject({
      deployment_minimum_healthy_percent: 100,
      deployment_maximum_percent: 200,
    });
  });

  test("that fail are rolled back", () => {
    expect(aService()).toMatchObject({ deployment_circuit_breaker: { enable: true, rollback: true } });
  });

  test("are not forced by an apply, nor waited for", () => {
    expect(aService()).toMatchObject({ force_new_deployment: false, wait_for_steady_state: false });
  });
});

describe("The capacity of a service", () => {
  test("is Fargate by default", () => {
    expect(aService()).toMatchObject({
      capacity_provider_strategy: [{ capacity_provider: "FARGATE", weight: 1 }],
    });
  });

  test.each([
    [40, 60],
    [100, 0],
  ])("with %d percent of Spot keeps its first task on demand", (spotPercent, onDemand) => {
    expect(aService({ spotPercent })["capacity_provider_strategy"]).toEqual([
      { capacity_provider: "FARGATE", base: 1, weight: onDemand },
      { capacity_provider: "FARGATE_SPOT", weight: spotPercent },
    ]);
  });

  test("names no launch type, which AWS refuses beside a strategy", () => {
    expect(aService()).not.toHaveProperty("launch_type");
  });
});

describe("What Terraform leaves alone of a service", () => {
  test("is the task definition", () => {
    expect(aService()).toMatchObject({ lifecycle: { ignore_changes: ["task_definition"] } });
  });

  test("is the number of tasks too, when autoscaling decides it", () => {
    expect(aService({ scaling: { minTasks: 1, maxTasks: 2, memoryPercent: 70 } })).toMatchObject({
      lifecycle: { ignore_changes: ["task_definition", "desired_count"] },
    });
  });
});

describe("The load balancer of a service", () => {
  test("sends requests to the application container", () => {
    expect(aService({ ingress })).toMatchObject({
      load_balancer: [
        { target_group_arn: "arn:target-group", container_name: "orders", container_port: 8080 },
      ],
      health_check_grace_period_seconds: 90,
    });
  });

  test.each(["load_balancer", "health_check_grace_period_seconds"])(
    "is absent for workers: %s",
    (attribute) => {
      expect(aService()).not.toHaveProperty(attribute);
    },
  );
});

describe("A service waits", () => {
  const dependencies = (props: Partial<ContainerServiceProps>) => aService(props)["depends_on"];

  test("until ECS may pull its image, write its logs and read its secrets", () => {
    expect(dependencies({})).toContain("aws_iam_role_policy.orders_execution_role_policy");
  });

  test.each([
    ["endpoints", "aws_vpc_security_group_ingress_rule.orders_security_group_to_endpoints_on_443_ingress"],
    ["S3", "aws_vpc_security_group_egress_rule.orders_security_group_to_s3_on_443"],
    [
      "the load balancer",
      "aws_vpc_security_group_ingress_rule.orders_security_group_from_public_load_balancer_on_8080_ingress",
    ],
  ])("until the way from or to %s is open", (_, address) => {
    expect(dependencies({ ingress })).toContain(address);
  });

  test("until the cluster has its capacity providers", () => {
    const synthesis = synthesize((stack) => {
      const capacityProviders = new TerraformLocal(stack, "Providers", "stand-in");
      new ContainerService(stack, "Orders", serviceSettings({ cluster: aCluster({ capacityProviders }) }));
    });
    expect(synthesis.only(EcsService)["depends_on"]).toContain("local.providers");
  });
});

describe("The first revision of a service", () => {
  const synthesis = synthesizeService({ ingress });

  test("is a seed, because there may be no image yet", () => {
    expect(synthesis.only(EcsService)).toMatchObject({
      task_definition: "${aws_ecs_task_definition.orders_seed.arn}",
    });
  });

  test("answers the health check on the service's port", () => {
    expect(containersIn(synthesis, "orders_seed_containers")).toMatchObject([
      {
        name: "orders",
        image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1",
        portMappings: [{ containerPort: 8080 }],
        environment: [
          { name: "SEED_PATH", value: "/health" },
          { name: "SEED_PORT", value: "8080" },
        ],
      },
    ]);
  });

  test("is shell, not an expression of Terraform", () => {
    const [seed] = containersIn(synthesis, "orders_seed_containers");
    expect(JSON.stringify(seed?.["command"])).toContain("$${file}index.html");
  });

  test("is in a family that no service's template can have", () => {
    const families = ["orders", "orders-seed"].flatMap((name) =>
      Object.values(synthesizeService({ name, containers: [{ name }] }).resources(EcsTaskDefinition)).map(
        (definition) => definition["family"],
      ),
    );
    expect(new Set(families).size).toBe(4);
  });
});

describe("The template of a service", () => {
  const synthesis = synthesizeService({
    ingress,
    containers: [{ name: "orders", command: ["echo", "${HOME}"] }],
    variables: { LEVEL: "info" },
    secrets: { TOKEN: { valueFrom: "arn:secret:token::", resourceArn: "arn:secret" } },
    cpu: 1024,
    memoryMiB: 2048,
    architecture: "ARM64",
    stopTimeoutSeconds: 100,
  });

  test("has the family that deploys look for", () => {
    expect(synthesis.resource(EcsTaskDefinition, "orders_template")).toMatchObject({ family: "test-orders" });
  });

  test.each(["orders_template", "orders_seed"])("has size and architecture in %s", (name) => {
    expect(synthesis.resource(EcsTaskDefinition, name)).toMatchObject({
      cpu: "1024",
      memory: "2048",
      runtime_platform: { cpu_architecture: "ARM64", operating_system_family: "LINUX" },
    });
  });

  test.each(["orders_template", "orders_seed"])("has the service's roles in %s", (name) => {
    expect(synthesis.resource(EcsTaskDefinition, name)).toMatchObject({
      execution_role_arn: "${aws_iam_role.orders_execution_role.arn}",
      task_role_arn: "${aws_iam_role.orders_task_role.arn}",
    });
  });

  test("has the service's variables, secrets, logs and stop timeout", () => {
    expect(containersIn(synthesis, "orders_template_containers")).toMatchObject([
      {
        image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders:test",
        command: ["echo", "$${HOME}"],
        environment: [{ name: "LEVEL", value: "info" }],
        secrets: [{ name: "TOKEN", valueFrom: "arn:secret:token::" }],
        stopTimeout: 100,
        logConfiguration: {
          options: {
            "awslogs-group": "${aws_cloudwatch_log_group.orders_logs.name}",
            "awslogs-region": "eu-west-1",
          },
        },
      },
    ]);
  });

  test("gives neither variables nor secrets to the seed", () => {
    const [seed] = containersIn(synthesis, "orders_seed_containers");
    expect(JSON.stringify(seed)).not.toMatch(/LEVEL|TOKEN/);
  });

  test("is small by default", () => {
    expect(synthesizeService().resource(EcsTaskDefinition, "orders_template")).toMatchObject({
      cpu: "256",
      memory: "512",
      runtime_platform: { cpu_architecture: "X86_64" },
    });
  });
});

describe("The logs of a service", () => {
  test("are kept for 30 days by default", () => {
    expect(synthesizeService().only(CloudwatchLogGroup)).toMatchObject({
      name: "/ecs/test/orders",
      retention_in_days: 30,
    });
  });

  test("take retention and key", () => {
    const props = { logRetentionDays: 365, logEncryptionKeyArn: "arn:key" };
    expect(synthesizeService(props).only(CloudwatchLogGroup)).toMatchObject({
      retention_in_days: 365,
      kms_key_id: "arn:key",
    });
  });
});

describe("The autoscaling of a service", () => {
  test("is not there for a fixed number of tasks", () => {
    expect(synthesizeService({ scaling: { minTasks: 1, maxTasks: 4 } }).count(AppautoscalingTarget)).toBe(0);
  });

  test("waits for the service", () => {
    const scaling = { minTasks: 1, maxTasks: 4, cpuPercent: 60 };
    expect(synthesizeService({ scaling }).only(AppautoscalingTarget)).toMatchObject({
      resource_id: "service/test/${aws_ecs_service.orders.name}",
    });
  });
});
