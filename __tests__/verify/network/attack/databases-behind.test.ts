import { type Bodies } from "../../../support/verified";
import { balancer, database, edge, groupId, letIn, letOut, service } from "../small-network";
import { answerOf, type Answer } from "./verdict";

const vpc_id = "${aws_vpc.main.id}";
const target_group_arn = "${aws_lb_target_group.public.arn}";
const nlb = (more: object, group: object = {}): Bodies => ({
  ...balancer("public", "app", "public", { load_balancer_type: "network", security_groups: null, ...more }),
  "aws_lb_listener.public": {
    load_balancer_arn: "${aws_lb.public.arn}",
    port: 5432,
    protocol: "TCP",
    default_action: { type: "forward", target_group_arn },
  },
  "aws_lb_target_group.public": { port: 5432, protocol: "TCP", target_type: "ip", ...group },
});

describe("the internet and a private database behind a network balancer", () => {
  const withTarget = (target_id: string): Bodies => ({
    "aws_lb_target_group_attachment.public": { target_group_arn, target_id, port: 5432 },
  });
  const parts = [database("app"), letIn("app", { cidr_ipv4: "10.0.0.0/16" }, 5432)];
  test.each<[string, Answer, Bodies[]]>([
    ["registered by reference", "open", [nlb({}), withTarget("${aws_db_instance.app.address}")]],
    ["registered by an address of its subnet", "undecided", [nlb({}), withTarget("10.0.2.17")]],
    [
      "registered by an address that something looks up",
      "undecided",
      [
        nlb({}),
        { "data.dns_a_record_set.db": { host: "${aws_db_instance.app.address}" } },
        withTarget("${data.dns_a_record_set.db.addrs[0]}"),
      ],
    ],
    ["registered by an address in a variable", "undecided", [nlb({}), withTarget("${var.address}")]],
    ["registered by an address elsewhere", "closed", [nlb({}), withTarget("10.77.0.1")]],
    [
      "in a target group that a variable registers for",
      "undecided",
      [
        nlb({}),
        {
          "aws_lb_target_group_attachment.public": {
            target_group_arn: "${var.group}",
            target_id: "${aws_db_instance.app.address}",
            port: 5432,
          },
        },
      ],
    ],
    [
      "with a group that admits nobody",
      "closed",
      [nlb({ security_groups: [groupId("public")] }), withTarget("${aws_db_instance.app.address}")],
    ],
    [
      "that shows the client's address, which is not let in",
      "closed",
      [nlb({}, { preserve_client_ip: true }), withTarget("${aws_db_instance.app.address}")],
    ],
  ])("%s: %s", (_, truth, more) => {
    expect(
      answerOf(
        [service("app"), ...parts, ...more, letOut("public", "app", 5432)],
        "internet",
        "database.app",
      ),
    ).toBe(truth);
  });
});

describe("a service and a database behind a proxy", () => {
  const proxy: Bodies = {
    "aws_db_proxy.main": {
      name: "test-main",
      engine_family: "POSTGRESQL",
      vpc_subnet_ids: ["${aws_subnet.isolated.id}"],
      vpc_security_group_ids: [groupId("proxy")],
    },
    "aws_security_group.proxy": { vpc_id },
    "aws_db_proxy_default_target_group.main": { db_proxy_name: "${aws_db_proxy.main.name}" },
    "aws_db_proxy_target.main": {
      db_proxy_name: "${aws_db_proxy.main.name}",
      target_group_name: "default",
      db_instance_identifier: "${aws_db_instance.app.identifier}",
    },
  };
  const both = [service("api"), database("app"), proxy];

  test("may be connected through it", () => {
    const rules = [edge("api", "proxy", 5432), edge("proxy", "app", 5432)];
    expect(answerOf([...both, ...rules], "service.api", "database.app")).toBe("open");
  });

  test("are not where the service's half is missing", () => {
    expect(answerOf([...both, edge("proxy", "app", 5432)], "service.api", "database.app")).toBe("closed");
  });
});
