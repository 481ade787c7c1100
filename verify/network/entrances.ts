import { type EnvironmentFiles } from "../estate/estate";
import { blocksOf, isUnset, itemsOf } from "../values/plain-values";
import { isMap } from "../values/fields-of";
import { type Value } from "../values/value";
import { type Fronts } from "./fronts";
import { identityOf, resourceOf } from "./identity";
import { type Forward, type NetworkNode } from "./network";
import { allPorts } from "./ports";

/**
 * Services of AWS that lead to balancers and tasks inside, whatever their subnets and addresses are: type, and attribute that names what
 * they lead to. Who may use them, policies decide.
 */
const entrances: Readonly<Record<string, string>> = {
  aws_globalaccelerator_endpoint_group: "endpoint_configuration.endpoint_id",
  aws_cloudfront_vpc_origin: "vpc_origin_endpoint_config.arn",
  aws_cloudfront_distribution: "origin.domain_name",
  aws_api_gateway_vpc_link: "target_arns",
  aws_apigatewayv2_integration: "integration_uri",
  aws_vpc_endpoint_service: "network_load_balancer_arns",
  aws_vpclattice_target_group_attachment: "target.id",
  aws_verifiedaccess_endpoint: "load_balancer_options.load_balancer_arn",
};

export function readEntrances(
  environment: EnvironmentFiles,
  byPlace: ReadonlyMap<string, NetworkNode>,
  fronts: Fronts,
): readonly Forward[] {
  return Object.entries(entrances).flatMap(([type, path]) =>
    environment.all(type).flatMap((resource) =>
      valuesAt(resource.values, path)
        .flatMap((named) => leadsTo(named, environment, byPlace))
        .map((target): Forward => ({
          balancer: fronts.of(resource.place),
          listenerPorts: allPorts,
          target,
          targetPorts: allPorts,
          preservesClient: false,
          conditions: [],
          evidence: [{ step: "listener", resource, text: `leads to ${target.name}` }],
        })),
    ),
  );
}

/** A balancer or instance, a listener's balancer, or the services that are registered in Cloud Map. */
function leadsTo(
  named: Value,
  environment: EnvironmentFiles,
  byPlace: ReadonlyMap<string, NetworkNode>,
): readonly NetworkNode[] {
  const resource = resourceOf(named);
  if (!resource) return [];
  if (resource.type === "aws_service_discovery_service") {
    return environment
      .all("aws_ecs_service")
      .filter(({ values }) =>
        blocksOf(values, "service_registries").some(
          ({ registry_arn: arn }) => !isUnset(arn) && identityOf(arn) === resource.place,
        ),
      )
      .flatMap(({ place }) => byPlace.get(place) ?? []);
  }
  const balancer = resourceOf(resource.values["load_balancer_arn"]) ?? resource;
  return [byPlace.get(balancer.place)].filter((node) => node !== undefined);
}

function valuesAt(value: Value | undefined, path: string): readonly Value[] {
  const [name = "", ...rest] = path.split(".");
  const found = itemsOf(value)
    .filter(isMap)
    .flatMap((one) => itemsOf(one[name]));
  return rest.length === 0 ? found : found.flatMap((one) => valuesAt(one, rest.join(".")));
}
