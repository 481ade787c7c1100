import { readNetwork } from "../../../verify/network/read-network";
import { type Bodies } from "../../support/verified";
import { balancer, edge, environmentOf, letIn, letOut, pathsOf, service } from "./small-network";

const everyone = { cidr_ipv4: "0.0.0.0/0" };
const reached = "internet > balancer.public > service.shop tcp 8080";
const shop = [
  service("shop"),
  balancer("public", "shop"),
  letIn("public", everyone, 80),
  edge("public", "shop", 8080),
];

function paths(...parts: readonly Bodies[]): string[] {
  return pathsOf(environmentOf(parts));
}

describe("a path through a load balancer", () => {
  test("goes on to what its listener forwards to", () => {
    expect(paths(...shop)).toEqual([reached]);
  });

  test.each<[string, Bodies]>([
    ["the balancer is internal", balancer("public", "shop", "public", { internal: true })],
    ["its subnets lead to no internet gateway", balancer("public", "shop", "private")],
    ["the balancer cannot connect to the task", letIn("shop", everyone, 1)],
    ["no listener is on the port that is open", { "aws_lb_listener.public": {} }],
    [
      "the listener answers itself",
      listener({
        default_action: { type: "fixed-response", fixed_response: { content_type: "text/plain" } },
      }),
    ],
    [
      "the target's port is another",
      { "aws_lb_target_group_attachment.public": { ...attachment("shop"), port: 9090 } },
    ],
  ])("is closed where %s", (reason, change) => {
    const parts = reason.includes("cannot connect") ? shop.slice(0, 3) : shop;
    expect(paths(...parts, change)).toEqual([]);
  });

  test("takes the ports that the service registers", () => {
    const registered: Bodies = {
      "aws_ecs_service.shop": {
        ...Object(service("shop")["aws_ecs_service.shop"]),
        load_balancer: [
          {
            container_name: "shop",
            container_port: 8080,
            target_group_arn: "${aws_lb_target_group.public.arn}",
          },
        ],
      },
      "aws_lb_target_group_attachment.public": {},
    };
    expect(paths(...shop, registered)).toEqual([reached]);
  });

  test("tells the conditions of the listener's rules", () => {
    const rule: Bodies = {
      "aws_lb_listener.public": Object(listener({ default_action: { type: "fixed-response" } }))[
        "aws_lb_listener.public"
      ],
      "aws_lb_listener_rule.shop": {
        listener_arn: "${aws_lb_listener.public.arn}",
        action: { type: "forward", target_group_arn: "${aws_lb_target_group.public.arn}" },
        condition: [
          { host_header: { values: ["shop.example.com"] } },
          { path_pattern: { values: ["/cart/*", "/pay"] } },
        ],
      },
    };
    const [path] = readNetwork(environmentOf([...shop, rule])).paths;
    expect(path?.conditions).toEqual(["host is shop.example.com", "path is /cart/* or /pay"]);
  });

  test("follows every target group of a weighted action", () => {
    const weighted = listener({
      default_action: {
        type: "forward",
        forward: {
          target_group: [
            { arn: "${aws_lb_target_group.public.arn}", weight: 90 },
            { arn: "${aws_lb_target_group.canary.arn}", weight: 10 },
          ],
        },
      },
    });
    const canary: Bodies = {
      ...service("canary"),
      "aws_lb_target_group.canary": { port: 8080 },
      "aws_lb_target_group_attachment.canary": {
        ...attachment("canary"),
        target_group_arn: "${aws_lb_target_group.canary.arn}",
      },
      ...edge("public", "canary", 8080),
    };
    expect(paths(...shop, weighted, canary)).toEqual([reached, reached.replace("shop", "canary")]);
  });

  test("may lead through two of them", () => {
    const outer: Bodies = {
      ...balancer("outer", "shop", "public", { load_balancer_type: "network" }),
      "aws_lb_listener.outer": {
        load_balancer_arn: "${aws_lb.outer.arn}",
        port: 80,
        protocol: "TCP",
        default_action: { type: "forward", target_group_arn: "${aws_lb_target_group.outer.arn}" },
      },
      "aws_lb_target_group_attachment.outer": {
        target_group_arn: "${aws_lb_target_group.outer.arn}",
        target_id: "${aws_lb.public.arn}",
        port: 80,
      },
      ...letIn("outer", everyone, 80),
      ...edge("outer", "public", 80),
    };
    const internal = balancer("public", "shop", "private", { internal: true });
    expect(paths(...shop, internal, outer)).toEqual([
      "internet > balancer.outer > balancer.public > service.shop tcp 8080",
    ]);
  });

  test("ends at a service: what it calls, its code decides", () => {
    expect(paths(...shop, service("orders"), edge("shop", "orders", 9090))).toEqual([
      reached,
      "service.shop > service.orders tcp 9090",
    ]);
  });

  test("may be written as a Classic Load Balancer", () => {
    const classic: Bodies = {
      "aws_elb.classic": {
        name: "test-classic",
        subnets: ["${aws_subnet.public.id}"],
        security_groups: ["${aws_security_group.public.id}"],
        listener: [{ lb_port: 80, instance_port: 8080, lb_protocol: "http", instance_protocol: "http" }],
      },
      "aws_ecs_service.shop": {
        ...Object(service("shop")["aws_ecs_service.shop"]),
        load_balancer: [
          { elb_name: "${aws_elb.classic.name}", container_name: "shop", container_port: 8080 },
        ],
      },
      "aws_lb_listener.public": {},
    };
    expect(paths(...shop, classic)).toEqual([reached.replace("public", "classic")]);
  });
});

describe("a Network Load Balancer without security groups", () => {
  const admits = (peer: object, targetGroup: object): string[] =>
    paths(
      service("shop"),
      balancer("public", "shop", "public", { load_balancer_type: "network", security_groups: null }),
      { "aws_lb_target_group.public": { port: 8080, protocol: "TCP", target_type: "ip", ...targetGroup } },
      letIn("shop", peer, 8080),
    );

  test("shows targets its own addresses", () => {
    expect(admits({ cidr_ipv4: "10.0.0.0/24" }, {})).toEqual([reached]);
  });

  test.each([{ preserve_client_ip: true }, { target_type: "instance" }, { protocol: "TCP_UDP" }])(
    "shows targets the client's address with %j",
    (targetGroup) => {
      expect(admits(everyone, targetGroup)).toEqual([reached]);
      expect(admits({ cidr_ipv4: "10.0.9.0/24" }, targetGroup)).toEqual([]);
    },
  );

  test("is passed by the clients only that the target lets in", () => {
    expect(admits({ cidr_ipv4: "203.0.113.0/24" }, { preserve_client_ip: true })).toEqual([
      "203.0.113.0/24 > balancer.public > service.shop tcp 8080",
    ]);
  });
});

describe("who may call the internet", () => {
  test("reaches as everyone what the internet reaches", () => {
    const environment = environmentOf([...shop, service("api"), letOut("api", "0.0.0.0/0", 80)]);
    const own = readNetwork(environment).paths.find(
      ({ from, to }) => from.name === "service.api" && to.name === "service.shop",
    );
    expect(own?.isForEveryone).toBe(true);
  });

  test("does not reach as everyone what lets it in by name", () => {
    const environment = environmentOf([...shop, service("api"), edge("api", "public", 80)]);
    const own = readNetwork(environment).paths.find(({ from }) => from.name === "service.api");
    expect(own?.isForEveryone).toBe(false);
  });
});

function listener(change: object): Bodies {
  const whole = balancer("public", "shop")["aws_lb_listener.public"];
  return { "aws_lb_listener.public": { ...Object(whole), ...change } };
}

function attachment(name: string): object {
  return {
    target_group_arn: "${aws_lb_target_group.public.arn}",
    target_id: `\${aws_ecs_service.${name}.id}`,
    port: 8080,
  };
}
