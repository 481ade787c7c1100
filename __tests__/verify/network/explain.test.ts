import { explain } from "../../../verify/network/explain";
import { answerJson, formatAnswer } from "../../../verify/network/format-answer";
import { readNetwork, type ReadNetwork } from "../../../verify/network/read-network";
import { shopEstate } from "../../support/shop";
import { type Bodies, stacksOf, verifiedEstate } from "../../support/verified";
import { balancer, database, edge, environmentOf, letIn, letOut, service } from "./small-network";

let dev: ReadNetwork;

beforeAll(() => {
  const environment = verifiedEstate(stacksOf(shopEstate())).environments.find(({ name }) => name === "dev");
  if (!environment) throw new Error("the shop has no dev");
  dev = readNetwork(environment);
});

function ask(parts: readonly Bodies[], from: string, to: string, port?: number): string {
  return formatAnswer(explain(readNetwork(environmentOf(parts)), from, to, port));
}

describe("the answer for the shop's dev", () => {
  test("tells what keeps the internet from the database, and the way over services", () => {
    expect(formatAnswer(explain(dev, "internet", "database.app"))).toMatchInlineSnapshot(`
     "dev: internet does not reach database.app.

       Directly:
         address   dev-data/aws_db_instance.app_database (app-database/Resource)
                   has no public address
         in        dev-data/aws_security_group.app_database_security_group (app-database/SecurityGroup/Resource)
                   has no rule that lets in internet

       Only by way of:
         internet → balancer.public → service.frontend → balancer.internal → service.backend → database.app
         What a service passes on, its code decides."
    `);
  });

  test("tells rule by rule how frontend reaches backend", () => {
    expect(formatAnswer(explain(dev, "service.frontend", "service.backend"))).toMatchInlineSnapshot(`
     "dev: service.frontend reaches service.backend on tcp 8080, through balancer.internal on tcp 8080, when path is /*.
       out       dev-services/aws_vpc_security_group_egress_rule.frontend_service_security_group_to_internal_load_balancer_on_8080_egress (frontend-service/Resource/SecurityGroup/To-internal-load-balancer-on-8080/Egress)
                 lets out tcp 8080 to dev-network/aws_security_group.internal_load_balancer_security_group: frontend calls backend
       route     both are in one VPC
       in        dev-services/aws_vpc_security_group_ingress_rule.frontend_service_security_group_to_internal_load_balancer_on_8080_ingress (frontend-service/Resource/SecurityGroup/To-internal-load-balancer-on-8080/Ingress)
                 lets in tcp 8080 from dev-services/aws_security_group.frontend_service_security_group: frontend calls backend
       listener  dev-services/aws_lb_listener_rule.backend_service_rule (backend-service/Rule)
                 forwards HTTP 8080 to dev-services/aws_lb_target_group.backend_service_target_group when path is /*
       listener  dev-services/aws_ecs_service.backend_service (backend-service/Resource/Resource)
                 registers backend:8080
       out       dev-services/aws_vpc_security_group_egress_rule.backend_service_security_group_from_internal_load_balancer_on_8080_egress (backend-service/Resource/SecurityGroup/From-internal-load-balancer-on-8080/Egress)
                 lets out tcp 8080 to dev-services/aws_security_group.backend_service_security_group: Requests and health checks for backend
       route     both are in one VPC
       in        dev-services/aws_vpc_security_group_ingress_rule.backend_service_security_group_from_internal_load_balancer_on_8080_ingress (backend-service/Resource/SecurityGroup/From-internal-load-balancer-on-8080/Ingress)
                 lets in tcp 8080 from dev-network/aws_security_group.internal_load_balancer_security_group: Requests and health checks for backend"
    `);
  });
});

describe("the answer", () => {
  const shop = [service("shop"), balancer("public", "shop"), letIn("public", { cidr_ipv4: "0.0.0.0/0" }, 80)];
  const ends = [service("api"), database("app")];

  test("tells how a planted port is open", () => {
    const planted = {
      ...database("app", "public", { publicly_accessible: true }),
      ...letIn("app", { cidr_ipv4: "0.0.0.0/0", description: "for a moment" }, 5432),
    };
    expect(ask([planted], "internet", "aws_db_instance.app")).toMatchInlineSnapshot(`
     "test: internet reaches database.app on tcp 5432.
       address   test-all/aws_db_instance.app
                 has a public address
       route     test-all/aws_route.public
                 leads 0.0.0.0/0 to an internet gateway
       in        test-all/aws_vpc_security_group_ingress_rule.app___cidr_ipv4___0_0_0_0_0___description___for_a_moment___5432
                 lets in tcp 5432 from everyone (0.0.0.0/0): for a moment"
    `);
  });

  test("tells that a listener forwards, but nothing lets the balancer in", () => {
    expect(ask([...shop, letOut("public", "shop", 8080)], "internet", "service.shop")).toMatchInlineSnapshot(`
     "test: internet does not reach service.shop.

       Through balancer.public:
         listener  test-all/aws_lb_listener.public
                   forwards HTTP 80 to test-all/aws_lb_target_group.public
         listener  test-all/aws_lb_target_group_attachment.public
                   registers service.shop
         in        test-all/aws_security_group.shop
                   has no rule that lets in balancer.public (test-all/aws_security_group.public) on port 8080

       Directly:
         address   test-all/aws_ecs_service.shop
                   has no public address
         in        test-all/aws_security_group.shop
                   has no rule that lets in internet"
    `);
  });

  test("tells what decides where the files do not", () => {
    const receiver = database("app", "isolated", { vpc_security_group_ids: ["${var.group}"] });
    const parts = [service("api"), receiver, letOut("api", "10.0.2.0/24", 5432)];
    expect(ask(parts, "service.api", "database.app")).toMatchInlineSnapshot(`
     "test: service.api may reach database.app on tcp 5432.
       These files do not tell: var.group
       out       test-all/aws_vpc_security_group_egress_rule.api_10_0_2_0_24_5432
                 lets out tcp 5432 to 10.0.2.0/24
       route     both are in one VPC"
    `);
  });

  test.each<[string, readonly Bodies[], RegExp]>([
    [
      "the outgoing rule",
      [letIn("app", { cidr_ipv4: "10.0.1.0/24" }, 5432)],
      /out .*aws_security_group.api\n.*has no rule that lets out to database.app/,
    ],
    [
      "the incoming rule",
      [letOut("api", "app", 5432)],
      /in .*aws_security_group.app\n.*has no rule that lets in service.api/,
    ],
    [
      "a common port",
      [letOut("api", "app", 5433), letIn("app", { cidr_ipv4: "10.0.1.0/24" }, 5432)],
      /lets out tcp 5433, but only tcp 5432 is let in/,
    ],
    [
      "a network ACL that lets it pass",
      [
        edge("api", "app", 5432),
        {
          "aws_network_acl.closed": {
            vpc_id: "${aws_vpc.main.id}",
            subnet_ids: ["${aws_subnet.isolated.id}"],
          },
        },
      ],
      /ACL .*aws_network_acl.closed\n.*does not let tcp 5432 in at database.app/,
    ],
  ])("names what is missing: %s", (_, rules, text) => {
    expect(ask([...ends, ...rules], "service.api", "database.app")).toMatch(text);
  });

  test("is about one port when asked so", () => {
    const parts = [...ends, edge("api", "app", 5432)];
    expect(ask(parts, "service.api", "database.app", 22)).toMatch(
      /^test: service.api does not reach database.app on port 22\./,
    );
    expect(ask(parts, "service.api", "database.app", 5432)).toMatch(
      /^test: service.api reaches database.app on tcp 5432\./,
    );
  });

  test("for another port is no way over services when the ends are connected directly", () => {
    const parts = [...ends, edge("api", "app", 5432)];
    expect(ask(parts, "service.api", "database.app", 22)).not.toContain("Only by way of");
  });

  test.each([
    ["0.0.0.0/0", "frontend"],
    ["internet", "dev-services/aws_ecs_service.frontend_service"],
    ["internet", "aws_ecs_service.frontend_service"],
  ])("takes what people call the ends: %s, %s", (from, to) => {
    expect(explain(dev, from, to).to.name).toBe("service.frontend");
  });

  test.each([443, 8080])("takes the port of a listener as well as that of the task: %p", (port) => {
    expect(explain(dev, "internet", "service.frontend", port).paths).toHaveLength(1);
  });

  test("counts parts of the internet as the internet", () => {
    const planted = {
      ...database("app", "public", { publicly_accessible: true }),
      ...letIn("app", { cidr_ipv4: "203.0.113.0/24" }, 5432),
    };
    expect(ask([planted], "internet", "database.app")).toMatch(/^test: 203.0.113.0\/24 reaches database.app/);
  });

  test("is about balancers, too", () => {
    expect(ask(shop, "internet", "balancer.public")).toMatch(
      /^test: internet reaches balancer.public on tcp 80\./,
    );
  });

  test("is JSON with names and places", () => {
    const network = readNetwork(environmentOf([...ends, edge("api", "app", 5432)]));
    expect(answerJson(explain(network, "service.api", "database.app"))).toMatchObject({
      reaches: true,
      paths: [
        {
          from: "service.api",
          to: "database.app",
          ports: [{ protocol: "tcp", from: 5432, to: 5432 }],
          through: [],
          evidence: [
            { step: "outgoing", place: "test-all/aws_vpc_security_group_egress_rule.api_app_5432" },
            { step: "route" },
            { step: "incoming" },
          ],
        },
      ],
    });
  });
});
