import { fieldsOf } from "../../verify/values/fields-of";
import { type EnvironmentFiles } from "../../verify/estate/estate";
import { type Resource } from "../../verify/estate/resource";
import { resourceOf } from "../../verify/network/identity";
import { type NodeKind } from "../../verify/network/network";
import { readNetwork } from "../../verify/network/read-network";
import { Routes } from "../../verify/network/routes";
import { verifiedEstate } from "../support/verified";

const environments = verifiedEstate().environments.filter(({ declaration }) => declaration);

function tierOf({ values }: Resource): unknown {
  return fieldsOf(values["tags"])["Tier"];
}

/** Kinds of the subnets of everything of a kind. */
function tiersOf(environment: EnvironmentFiles, kind: NodeKind): unknown[] {
  const nodes = readNetwork(environment).nodes.filter((node) => node.kind === kind);
  return [...new Set(nodes.flatMap(({ subnets }) => subnets.map(tierOf)))];
}

describe.each(environments.map((environment) => [environment.name, environment] as const))(
  "placement in %s",
  (_, environment) => {
    const { nodes } = readNetwork(environment);
    const routes = new Routes(environment);
    const subnets = environment.all("aws_subnet");

    test("no subnet gives out public addresses", () => {
      expect(new Set(subnets.map(({ values }) => values["map_public_ip_on_launch"]))).toEqual(
        new Set([false]),
      );
    });

    test("everything is in subnets that these files make", () => {
      expect(nodes.filter(({ resource, untold }) => resource && untold.length > 0)).toEqual([]);
    });

    test("tasks run in private subnets", () => {
      expect(tiersOf(environment, "service")).toEqual(["private"]);
    });

    test("databases are in isolated subnets", () => {
      const expected = environment.all("aws_db_instance").length > 0 ? ["isolated"] : [];
      expect(tiersOf(environment, "database")).toEqual(expected);
    });

    test("only the public load balancer and NAT gateways are in public subnets", () => {
      const inPublic = nodes.filter((node) => node.subnets.some((subnet) => tierOf(subnet) === "public"));
      expect(inPublic.map(({ name }) => name)).toEqual(["balancer.public"]);
      for (const gateway of environment.all("aws_nat_gateway")) {
        const subnet = resourceOf(gateway.values["subnet_id"]);
        expect(subnet && tierOf(subnet)).toBe("public");
      }
    });

    test("nothing but the public load balancer has a public address", () => {
      const inside = nodes.filter(({ subnets: own }) => own.length > 0);
      expect(inside.filter(({ publicAddress }) => publicAddress !== false).map(({ name }) => name)).toEqual([
        "balancer.public",
      ]);
    });

    test("only public subnets lead to the internet gateway", () => {
      const leading = subnets.filter((subnet) =>
        routes.of(subnet).some(({ way }) => way === "internet gateway"),
      );
      expect(leading).toEqual(subnets.filter((subnet) => tierOf(subnet) === "public"));
    });

    test("isolated subnets have no route out of the VPC", () => {
      const isolated = subnets.filter((subnet) => tierOf(subnet) === "isolated");
      expect(isolated.length).toBeGreaterThan(0);
      expect(isolated.flatMap((subnet) => routes.of(subnet))).toEqual([]);
    });
  },
);
