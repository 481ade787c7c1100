import { type Bodies } from "../../../support/verified";
import { groupId, letIn } from "../small-network";
import { answerOf, type Answer } from "./verdict";

const vpc_id = "${aws_vpc.main.id}";
const everyone = { cidr_ipv4: "0.0.0.0/0" };
const group = { "aws_security_group.app": { vpc_id }, ...letIn("app", everyone, 443) };
const inPublic = { subnet_id: "${aws_subnet.public.id}", vpc_security_group_ids: [groupId("app")] };
const instance = (more: object): Bodies => ({ ...group, "aws_instance.app": { ...inPublic, ...more } });
const task = (subnet: string, more: object = {}): Bodies => ({
  ...group,
  "aws_ecs_service.app": {
    name: "app",
    network_configuration: {
      subnets: [`\${aws_subnet.${subnet}.id}`],
      security_groups: [groupId("app")],
      assign_public_ip: true,
      ...more,
    },
  },
});
const database = (more: object): Bodies => ({
  ...group,
  "aws_db_subnet_group.app": { name: "app", subnet_ids: ["${aws_subnet.public.id}"] },
  "aws_db_instance.app": {
    identifier: "app",
    db_subnet_group_name: "app",
    vpc_security_group_ids: [groupId("app")],
    ...more,
  },
});
const eni = {
  "aws_network_interface.app": { subnet_id: "${aws_subnet.public.id}", security_groups: [groupId("app")] },
};
const defaultVpc: Bodies = {
  "aws_default_vpc.default": {},
  "aws_default_subnet.a": { availability_zone: "eu-west-1a" },
  "aws_security_group.app": { vpc_id: "${aws_default_vpc.default.id}" },
  ...letIn("app", everyone, 443),
};

describe("the internet and something with an address", () => {
  test.each<[string, Answer, Bodies, string?]>([
    ["a task with a public address in a public subnet", "open", task("public"), "service.app"],
    ["a task with a public address in a private subnet", "closed", task("private"), "service.app"],
    [
      "a task without public address in a public subnet",
      "closed",
      task("public", { assign_public_ip: false }),
      "service.app",
    ],
    [
      "a task whose public address a variable decides",
      "undecided",
      task("public", { assign_public_ip: "${var.public}" }),
      "service.app",
    ],
    [
      "a task in subnets of a variable",
      "undecided",
      task("public", { subnets: "${var.subnets}" }),
      "service.app",
    ],
    [
      "a task set of a service",
      "open",
      {
        ...group,
        "aws_ecs_service.app": { name: "app", deployment_controller: { type: "EXTERNAL" } },
        "aws_ecs_task_set.blue": {
          service: "${aws_ecs_service.app.id}",
          network_configuration: {
            subnets: ["${aws_subnet.public.id}"],
            security_groups: [groupId("app")],
            assign_public_ip: true,
          },
        },
      },
      "service.blue",
    ],
    ["an instance with its own setting", "open", instance({ associate_public_ip_address: true })],
    ["an instance without public address", "closed", instance({})],
    [
      "an instance in a subnet that gives addresses",
      "open",
      {
        ...instance({}),
        "aws_subnet.public": { vpc_id, cidr_block: "10.0.0.0/24", map_public_ip_on_launch: true },
      },
    ],
    [
      "an instance with an Elastic IP",
      "open",
      { ...instance({}), "aws_eip.app": { instance: "${aws_instance.app.id}" } },
    ],
    [
      "an instance with an associated Elastic IP",
      "open",
      {
        ...instance({}),
        "aws_eip.app": {},
        "aws_eip_association.app": {
          allocation_id: "${aws_eip.app.id}",
          instance_id: "${aws_instance.app.id}",
        },
      },
    ],
    [
      "an instance whose primary interface gets an Elastic IP",
      "open",
      {
        ...instance({}),
        "aws_eip.app": { network_interface: "${aws_instance.app.primary_network_interface_id}" },
      },
    ],
    [
      "an instance on an interface of its own with an Elastic IP",
      "open",
      {
        ...group,
        ...eni,
        "aws_instance.app": {
          network_interface: [{ device_index: 0, network_interface_id: "${aws_network_interface.app.id}" }],
        },
        "aws_eip.app": { network_interface: "${aws_network_interface.app.id}" },
      },
    ],
    [
      "an instance with an attached interface with an Elastic IP",
      "open",
      {
        ...instance({}),
        ...eni,
        "aws_network_interface_attachment.app": {
          instance_id: "${aws_instance.app.id}",
          device_index: 1,
          network_interface_id: "${aws_network_interface.app.id}",
        },
        "aws_eip_association.app": {
          network_interface_id: "${aws_network_interface.app.id}",
          allocation_id: "eipalloc-1",
        },
      },
    ],
    [
      "an instance in a default subnet",
      "open",
      {
        ...defaultVpc,
        "aws_instance.app": {
          subnet_id: "${aws_default_subnet.a.id}",
          vpc_security_group_ids: [groupId("app")],
        },
      },
    ],
    [
      "an instance that names no subnet: the default VPC's",
      "undecided",
      { ...defaultVpc, "aws_instance.app": { vpc_security_group_ids: [groupId("app")] } },
    ],
    [
      "an instance whose group stands in the attribute for old names",
      "open",
      {
        ...group,
        "aws_instance.app": {
          subnet_id: "${aws_subnet.public.id}",
          security_groups: [groupId("app")],
          associate_public_ip_address: true,
        },
      },
    ],
    [
      "an instance from a launch template",
      "open",
      {
        ...group,
        "aws_launch_template.app": {
          network_interfaces: {
            associate_public_ip_address: true,
            security_groups: [groupId("app")],
            subnet_id: "${aws_subnet.public.id}",
          },
        },
        "aws_instance.app": { launch_template: { id: "${aws_launch_template.app.id}" } },
      },
    ],
    [
      "an instance from a launch template that the files do not tell",
      "undecided",
      { ...group, "aws_instance.app": { launch_template: { id: "${var.template}" } } },
    ],
    ["a public database", "open", database({ publicly_accessible: true }), "database.app"],
    ["a private database in public subnets", "closed", database({}), "database.app"],
    [
      "a database whose setting a variable decides",
      "undecided",
      database({ publicly_accessible: "${var.public}" }),
      "database.app",
    ],
    [
      "a public replica without subnet group: its source's",
      "undecided",
      {
        ...database({}),
        "aws_db_instance.replica": {
          identifier: "replica",
          replicate_source_db: "${aws_db_instance.app.identifier}",
          publicly_accessible: true,
          vpc_security_group_ids: [groupId("app")],
        },
      },
      "database.replica",
    ],
  ])("%s: %s", (_, truth, parts, to = "instance.app") => {
    expect(answerOf([parts], "internet", to)).toBe(truth);
  });

  const cluster: Bodies = {
    ...group,
    "aws_db_subnet_group.app": { name: "app", subnet_ids: ["${aws_subnet.public.id}"] },
    "aws_rds_cluster.app": {
      cluster_identifier: "app",
      db_subnet_group_name: "app",
      vpc_security_group_ids: [groupId("app")],
    },
  };
  test.each<[string, Answer, object]>([
    ["by reference", "open", { cluster_identifier: "${aws_rds_cluster.app.id}", publicly_accessible: true }],
    ["by name", "open", { cluster_identifier: "app", publicly_accessible: true }],
    ["by reference, private", "closed", { cluster_identifier: "${aws_rds_cluster.app.id}" }],
    [
      "of a cluster in a variable",
      "undecided",
      { cluster_identifier: "${var.cluster}", publicly_accessible: true },
    ],
  ])("a cluster with a public instance, named %s: %s", (_, truth, member) => {
    expect(answerOf([cluster, { "aws_rds_cluster_instance.one": member }], "internet", "database.app")).toBe(
      truth,
    );
  });

  test.each<[string, Answer, object | undefined]>([
    ["with addresses from AWS", "open", { public_access: { type: "SERVICE_PROVIDED_EIPS" } }],
    ["without", "closed", undefined],
    ["as a variable says", "undecided", { public_access: { type: "${var.access}" } }],
  ])("brokers of Kafka %s: %s", (_, truth, connectivity_info) => {
    const broker_node_group_info = {
      client_subnets: ["${aws_subnet.public.id}"],
      security_groups: [groupId("app")],
      connectivity_info,
    };
    const parts = [group, { "aws_msk_cluster.app": { cluster_name: "app", broker_node_group_info } }];
    expect(answerOf(parts, "internet", "broker.app")).toBe(truth);
  });
});
