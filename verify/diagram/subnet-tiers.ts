import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { isEverything } from "../network/block";
import { resourceOf } from "../network/identity";
import { Routes } from "../network/routes";
import { itemsOf } from "../values/plain-values";
import { type Tier } from "./picture";

/**
 * Tells what kind a subnet is by its routes, whatever it is called: public with an internet gateway, isolated where nothing leads out, not even an
 * endpoint of AWS, and private in between.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
 */
export class SubnetTiers {
  private readonly routes: Routes;
  private readonly gatewayEndpoints: readonly Resource[];
  /** Subnets with interface endpoints. */
  private readonly withEndpoints: ReadonlySet<Resource | undefined>;

  constructor(environment: EnvironmentFiles) {
    this.routes = new Routes(environment);
    const endpoints = environment.all("aws_vpc_endpoint");
    this.gatewayEndpoints = endpoints.filter(({ values }) => values["vpc_endpoint_type"] !== "Interface");
    this.withEndpoints = new Set(
      endpoints.flatMap(({ values }) => itemsOf(values["subnet_ids"]).map(resourceOf)),
    );
  }

  of(subnet: Resource): Tier {
    if (subnet.mode !== "managed") return "untold";
    const routes = this.routes.of(subnet);
    const isPublic = routes.some(
      ({ way, destination }) => way === "internet gateway" && (!destination || isEverything(destination)),
    );
    if (isPublic) return "public";
    const leadsOut =
      routes.length > 0 ||
      this.withEndpoints.has(subnet) ||
      this.gatewayEndpoints.some((endpoint) => this.routes.hasEndpoint(subnet, endpoint));
    return leadsOut ? "private" : "isolated";
  }
}
