import { ConfigError } from "../../../problems/config-error";
import { findNode } from "../../../verify/network/find-node";
import { type NetworkNode } from "../../../verify/network/network";
import { placements } from "../../../verify/network/placements";
import { readNetwork } from "../../../verify/network/read-network";
import { type Bodies } from "../../support/verified";
import { database, environmentOf, letIn, service } from "./small-network";

const vpc_id = "${aws_vpc.main.id}";
const subnet = "${aws_subnet.private.id}";
const group = "${aws_security_group.own.id}";

function nodesOf(...parts: readonly Bodies[]): readonly NetworkNode[] {
  return readNetwork(environmentOf(parts)).nodes;
}

/** One body for each type: what the provider's documentation shows. */
const taskNetwork = { subnets: [subnet], security_groups: [group] };
const launchTemplate: Bodies = { "aws_launch_template.own": { vpc_security_group_ids: [group] } };
const bodies: Readonly<Record<string, readonly [name: string, body: object]>> = {
  aws_lb: [
    "balancer.one",
    { name: "test-one", subnet_mapping: [{ subnet_id: subnet }], security_groups: [group] },
  ],
  aws_alb: ["balancer.one", { name: "one", subnets: [subnet], security_groups: [group] }],
  aws_elb: ["balancer.one", { name: "one", subnets: [subnet], security_groups: [group] }],
  aws_ecs_service: [
    "service.test-one",
    { name: "test-one", network_configuration: [{ subnets: [subnet], security_groups: [group] }] },
  ],
  aws_db_instance: [
    "database.one",
    { identifier: "test-one", db_subnet_group_name: "rds", vpc_security_group_ids: [group] },
  ],
  aws_rds_cluster: [
    "database.one",
    { cluster_identifier: "one", db_subnet_group_name: "rds", vpc_security_group_ids: [group] },
  ],
  aws_docdb_cluster: [
    "database.one",
    { cluster_identifier: "one", db_subnet_group_name: "docdb", vpc_security_group_ids: [group] },
  ],
  aws_neptune_cluster: [
    "database.one",
    { cluster_identifier: "one", neptune_subnet_group_name: "neptune", vpc_security_group_ids: [group] },
  ],
  aws_redshift_cluster: [
    "database.one",
    { cluster_identifier: "one", cluster_subnet_group_name: "redshift", vpc_security_group_ids: [group] },
  ],
  aws_redshiftserverless_workgroup: [
    "database.one",
    { workgroup_name: "one", subnet_ids: [subnet], security_group_ids: [group] },
  ],
  aws_elasticache_cluster: [
    "cache.one",
    { cluster_id: "one", subnet_group_name: "elasticache", security_group_ids: [group] },
  ],
  aws_elasticache_replication_group: [
    "cache.one",
    { replication_group_id: "one", subnet_group_name: "elasticache", security_group_ids: [group] },
  ],
  aws_elasticache_serverless_cache: [
    "cache.one",
    { name: "one", subnet_ids: [subnet], security_group_ids: [group] },
  ],
  aws_memorydb_cluster: [
    "cache.one",
    { name: "one", subnet_group_name: "memorydb", security_group_ids: [group] },
  ],
  aws_dax_cluster: [
    "cache.one",
    { cluster_name: "one", subnet_group_name: "dax", security_group_ids: [group] },
  ],
  aws_opensearch_domain: [
    "search.one",
    { domain_name: "one", vpc_options: { subnet_ids: [subnet], security_group_ids: [group] } },
  ],
  aws_elasticsearch_domain: [
    "search.one",
    { domain_name: "one", vpc_options: { subnet_ids: [subnet], security_group_ids: [group] } },
  ],
  aws_msk_cluster: [
    "broker.one",
    { cluster_name: "one", broker_node_group_info: { client_subnets: [subnet], security_groups: [group] } },
  ],
  aws_mq_broker: ["broker.one", { broker_name: "one", subnet_ids: [subnet], security_groups: [group] }],
  aws_efs_mount_target: ["filesystem.one", { subnet_id: subnet, security_groups: [group] }],
  aws_lambda_function: [
    "function.one",
    { function_name: "one", vpc_config: { subnet_ids: [subnet], security_group_ids: [group] } },
  ],
  aws_instance: [
    "instance.one",
    { tags: { Name: "one" }, subnet_id: subnet, vpc_security_group_ids: [group] },
  ],
  aws_autoscaling_group: [
    "instance.one",
    { name: "one", vpc_zone_identifier: [subnet], launch_template: { id: "${aws_launch_template.own.id}" } },
  ],
  aws_spot_instance_request: [
    "instance.one",
    { tags: { Name: "one" }, subnet_id: subnet, vpc_security_group_ids: [group] },
  ],
  aws_network_interface: [
    "interface.one",
    { tags: { Name: "one" }, subnet_id: subnet, security_groups: [group] },
  ],
  aws_db_proxy: ["proxy.one", { name: "one", vpc_subnet_ids: [subnet], vpc_security_group_ids: [group] }],
  aws_ecs_task_set: ["service.one", { network_configuration: taskNetwork }],
  aws_cloudwatch_event_target: ["task.one", { ecs_target: { network_configuration: taskNetwork } }],
  aws_scheduler_schedule: [
    "task.one",
    { target: { ecs_parameters: { network_configuration: taskNetwork } } },
  ],
  aws_pipes_pipe: [
    "task.one",
    {
      target_parameters: {
        ecs_task_parameters: { network_configuration: { aws_vpc_configuration: taskNetwork } },
      },
    },
  ],
  aws_apigatewayv2_vpc_link: ["link.one", { name: "one", subnet_ids: [subnet], security_group_ids: [group] }],
  aws_codebuild_project: [
    "build.one",
    { name: "one", vpc_config: { vpc_id, subnets: [subnet], security_group_ids: [group] } },
  ],
  aws_vpc_endpoint: [
    "endpoint.ecr.api",
    {
      service_name: "com.amazonaws.eu-west-1.ecr.api",
      vpc_endpoint_type: "Interface",
      subnet_ids: [subnet],
      security_group_ids: [group],
    },
  ],
};

const subnetGroups: Bodies = Object.fromEntries(
  ["db", "docdb", "neptune", "redshift", "elasticache", "memorydb", "dax"].map((kind) => [
    `aws_${kind}_subnet_group.one`,
    { name: kind === "db" ? "rds" : kind, subnet_ids: [subnet] },
  ]),
);

describe("a node", () => {
  test("has an example of every type", () => {
    expect(Object.keys(bodies).sort()).toEqual(Object.keys(placements).sort());
  });

  test.each(Object.entries(bodies))("of %s has its name, subnets, zones and groups", (type, [name, body]) => {
    const parts = [
      { [`${type}.one`]: body, "aws_security_group.own": { vpc_id } },
      subnetGroups,
      launchTemplate,
    ];
    const node = nodesOf(...parts).find(({ resource }) => resource?.type === type);
    expect({
      name: node?.name,
      subnets: node?.subnets.map(({ address }) => address),
      zones: node?.zones,
      groups: node?.securityGroups.map(({ name: own }) => own),
      vpc: node?.vpc,
      untold: node?.untold,
    }).toEqual({
      name,
      subnets: ["aws_subnet.private"],
      zones: ["eu-west-1a"],
      groups: ["test-all/aws_security_group.own"],
      vpc: "test-all/aws_vpc.main",
      untold: [],
    });
  });

  test.each(["aws_lambda_function", "aws_opensearch_domain", "aws_codebuild_project"])(
    "is not made of %s outside a VPC",
    (type) => {
      expect(nodesOf({ [`${type}.one`]: {} }).map(({ name }) => name)).toEqual(["internet"]);
    },
  );

  test("of a name that several have is called by its place", () => {
    const second = { "aws_ecs_service.second": service("api")["aws_ecs_service.api"] };
    expect(nodesOf(service("api"), second).map(({ name }) => name)).toEqual([
      "internet",
      "test-all/aws_ecs_service.api",
      "test-all/aws_ecs_service.second",
    ]);
  });

  test("stands for a block outside the VPC, not for one inside", () => {
    const rules = {
      ...letIn("app", { cidr_ipv4: "10.0.0.0/24" }, 1),
      ...letIn("app", { cidr_ipv4: "10.1.0.0/24" }, 1),
    };
    expect(nodesOf(database("app"), rules).map(({ name }) => name)).toEqual([
      "internet",
      "10.1.0.0/24",
      "database.app",
    ]);
  });

  test("of an Aurora cluster has a public address when one of its instances has", () => {
    const cluster = { "aws_rds_cluster.one": bodies["aws_rds_cluster"]?.[1], ...subnetGroups };
    const member = {
      "aws_rds_cluster_instance.one": {
        cluster_identifier: "${aws_rds_cluster.one.id}",
        publicly_accessible: true,
      },
    };
    const addresses = [[cluster], [cluster, member]].map(
      (parts) => nodesOf(...parts).find(({ kind }) => kind === "database")?.publicAddress,
    );
    expect(addresses).toEqual([false, true]);
  });
});

describe("a security group of a node", () => {
  test.each(["aws_instance", "aws_vpc_endpoint"])(
    "may be attached to %s by a resource of its own",
    (type) => {
      const [attachment, attribute] =
        type === "aws_instance"
          ? ["aws_network_interface_sg_attachment", "network_interface_id"]
          : ["aws_vpc_endpoint_security_group_association", "vpc_endpoint_id"];
      const parts: Bodies = {
        [`${type}.one`]: bodies[type]?.[1],
        "aws_security_group.own": { vpc_id },
        "aws_security_group.more": { vpc_id },
        [`${attachment}.more`]: {
          [attribute]: `\${${type}.one.id}`,
          security_group_id: "${aws_security_group.more.id}",
        },
      };
      const node = nodesOf(parts).find(({ resource }) => resource?.type === type);
      expect(node?.securityGroups.map(({ name }) => name)).toEqual([
        "test-all/aws_security_group.own",
        "test-all/aws_security_group.more",
      ]);
    },
  );
});

describe("findNode", () => {
  const network = readNetwork(environmentOf([database("app"), service("api")]));

  test.each(["database.app", "aws_db_instance.app", "test-all/aws_db_instance.app"])("finds %s", (text) => {
    expect(findNode(network, text).name).toBe("database.app");
  });

  test("says which there are", () => {
    expect(() => findNode(network, "database.ap")).toThrow(ConfigError);
    expect(() => findNode(network, "database.ap")).toThrow(
      /Did you mean database\.app\? There are: internet, service\.api, database\.app\./,
    );
  });
});
