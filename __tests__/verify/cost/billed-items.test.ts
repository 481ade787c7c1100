import { billedItems } from "../../../verify/cost/billed-items";
import { type Bodies, environmentWith } from "../../support/verified";

/** `key: min–max` of everything that is billed. */
function billed(bodies: Bodies): readonly string[] {
  return billedItems(environmentWith(bodies)).items.map(({ key, amount: { min, max } }) => {
    return `${key}: ${min === max ? min : `${min}–${max}`}`;
  });
}

describe("What is billed by the hour", () => {
  test.each([
    ["each NAT gateway", { "aws_nat_gateway.a": {}, "aws_nat_gateway.b": {} }, ["nat-gateway: 2"]],
    ["each elastic address", { "aws_eip.a": {} }, ["public-ipv4: 1"]],
    ["application load balancers by default", { "aws_lb.a": {} }, ["application-load-balancer: 1"]],
    [
      "network load balancers",
      { "aws_lb.a": { load_balancer_type: "network" } },
      ["network-load-balancer: 1"],
    ],
    [
      "interface endpoints in each zone",
      { "aws_vpc_endpoint.a": { vpc_endpoint_type: "Interface", subnet_ids: ["a", "b", "c"] } },
      ["interface-endpoint: 3"],
    ],
    ["no gateway endpoints", { "aws_vpc_endpoint.a": { vpc_endpoint_type: "Gateway" } }, []],
    [
      "databases with their storage",
      { "aws_db_instance.a": { instance_class: "db.t4g.micro", allocated_storage: 20, storage_type: "gp3" } },
      ["database-storage.gp3: 20", "database.db.t4g.micro: 1"],
    ],
    [
      "a standby like a database",
      { "aws_db_instance.a": { instance_class: "db.m7g.large", allocated_storage: 20, multi_az: true } },
      ["database-storage.gp2: 40", "database.db.m7g.large: 2"],
    ],
    [
      "Aurora by instance",
      { "aws_rds_cluster.a": {}, "aws_rds_cluster_instance.a": { instance_class: "db.r7g.large" } },
      ["database.db.r7g.large: 1"],
    ],
    [
      "a Multi-AZ cluster as three",
      {
        "aws_rds_cluster.a": {
          db_cluster_instance_class: "db.m6gd.large",
          allocated_storage: 100,
          storage_type: "io1",
        },
      },
      ["database-storage.io1: 300", "database.db.m6gd.large: 3"],
    ],
    [
      "cache nodes",
      { "aws_elasticache_cluster.a": { node_type: "cache.t4g.micro", num_cache_nodes: 2 } },
      ["cache.cache.t4g.micro: 2"],
    ],
    [
      "cache shards with their replicas",
      {
        "aws_elasticache_replication_group.a": {
          node_type: "cache.r7g.large",
          num_node_groups: 2,
          replicas_per_node_group: 2,
        },
      },
      ["cache.cache.r7g.large: 6"],
    ],
    [
      "members of a replication group once",
      { "aws_elasticache_cluster.a": { replication_group_id: "g", node_type: "cache.t4g.micro" } },
      [],
    ],
    [
      "servers with their disk",
      {
        "aws_instance.a": {
          instance_type: "t3.micro",
          root_block_device: { volume_size: 30, volume_type: "gp3" },
        },
      },
      ["instance.t3.micro: 1", "volume-storage.gp3: 30"],
    ],
  ])("counts %s", (_, bodies, expected) => {
    expect(billed(bodies)).toEqual(expected);
  });

  test("names what it cannot count", () => {
    const environment = environmentWith({
      "aws_vpc_endpoint.a": { vpc_endpoint_type: "Interface", subnet_ids: "${var.subnets}" },
    });
    expect(billedItems(environment)).toEqual({ items: [], unknown: ["test-all/aws_vpc_endpoint.a"] });
  });
});

describe("Fargate", () => {
  const task = { cpu: "512", memory: "1024" };
  const on = (service: object, more: Bodies = {}, definition: object = task) => ({
    "aws_ecs_task_definition.t": definition,
    "aws_ecs_service.s": {
      name: "s",
      launch_type: "FARGATE",
      task_definition: "${aws_ecs_task_definition.t.arn}",
      ...service,
    },
    ...more,
  });
  const target = (resourceId: string) => ({
    "aws_appautoscaling_target.x": { resource_id: resourceId, min_capacity: 2, max_capacity: 6 },
  });
  const strategy = (...weights: readonly (readonly [string, number])[]) => ({
    launch_type: null,
    capacity_provider_strategy: weights.map(([name, weight]) => ({ capacity_provider: name, weight })),
  });

  test.each([
    ["tasks times their size", on({ desired_count: 3 }), ["fargate-gib: 3", "fargate-vcpu: 1.5"]],
    [
      "the bounds of autoscaling",
      on({ desired_count: 3 }, target("service/c/s")),
      ["fargate-gib: 2–6", "fargate-vcpu: 1–3"],
    ],
    [
      "autoscaling by reference",
      on({}, target("service/c/${aws_ecs_service.s.name}")),
      ["fargate-gib: 2–6", "fargate-vcpu: 1–3"],
    ],
    [
      "no autoscaling of others",
      on({ desired_count: 1 }, target("service/c/others")),
      ["fargate-gib: 1", "fargate-vcpu: 0.5"],
    ],
    [
      "Spot by its share",
      on({ desired_count: 4, ...strategy(["FARGATE", 1], ["FARGATE_SPOT", 3]) }),
      ["fargate-gib: 1", "fargate-spot-gib: 3", "fargate-spot-vcpu: 1.5", "fargate-vcpu: 0.5"],
    ],
    [
      "ARM apart",
      on({ desired_count: 1 }, {}, { ...task, runtime_platform: { cpu_architecture: "ARM64" } }),
      ["fargate-arm-gib: 1", "fargate-arm-vcpu: 0.5"],
    ],
    ["no tasks on servers", on({ desired_count: 1, launch_type: "EC2" }), []],
  ])("counts %s", (_, bodies, expected) => {
    expect(billed(bodies)).toEqual(expected);
  });
});
