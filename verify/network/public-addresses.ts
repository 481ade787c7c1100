import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { booleanOf, isOpen, isUnset, itemsOf } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { type Value } from "../values/value";
import { resourceOf } from "./identity";
import { type Launches } from "./launches";
import { type Placement } from "./placements";

/** An address that it has or not; text: the expression that decides it. */
type Told = boolean | string;

/** Instances of clusters, which have the addresses that their cluster is reached by. */
const members: Readonly<Record<string, string>> = {
  aws_rds_cluster: "aws_rds_cluster_instance",
  aws_neptune_cluster: "aws_neptune_cluster_instance",
};

/**
 * Tells what has a public address.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
 */
export class PublicAddresses {
  /** Places of what has an Elastic IP address. */
  private readonly withElasticIp = new Set<string>();
  /** An Elastic IP address of something that the files do not tell. */
  private readonly strayElasticIp: string | undefined;

  constructor(
    private readonly environment: EnvironmentFiles,
    private readonly launches: Launches,
  ) {
    const holders = environment
      .all("aws_eip", "aws_eip_association")
      .flatMap(({ values }) => elasticIpAttributes.map((name) => values[name]))
      .filter((holder) => !isUnset(holder));
    for (const holder of holders) {
      const resource = resourceOf(holder);
      if (resource) this.withElasticIp.add(resource.place);
    }
    const stray = holders.find((holder) => resourceOf(holder)?.mode !== "managed");
    this.strayElasticIp = stray === undefined ? undefined : showValue(stray);
  }

  /** Of a resource with the attribute that decides it, in subnets that it names. */
  of(
    resource: Resource,
    { kind, publicAddress }: Placement,
    written: Value | undefined,
    subnets: readonly Value[],
  ): Told {
    const { type, values } = resource;
    if (kind === "balancer") return not(told(values["internal"], false));
    if (members[type]) return this.ofCluster(resource);
    const interfaces = [resource, ...this.launches.interfacesOf(resource)];
    if (interfaces.some(({ place }) => this.withElasticIp.has(place))) return true;
    if (hasNetworkOfInstances(resource)) return networkOfInstances(resource);
    if (kind === "instance") {
      return worst([this.launched(resource, subnets), this.strayElasticIp ?? false]);
    }
    if (publicAddress !== undefined && type === "aws_redshift_cluster" && isUnset(written)) {
      return `the default of ${publicAddress}, which is true before version 6 of the provider`;
    }
    return told(written, false);
  }

  private launched(resource: Resource, subnets: readonly Value[]): Told {
    if (resource.type === "aws_network_interface") return false;
    const written = this.launches.of(resource).publicAddress;
    if (written.length > 0) return worst(written.map((one) => told(one, false)));
    if (subnets.length === 0) return `the subnets of ${resource.place}`;
    return worst(subnets.map(givenIn));
  }

  private ofCluster(cluster: Resource): Told {
    const instances = this.environment.all(members[cluster.type] ?? "").map(({ values }): Told => {
      const { cluster_identifier: named, publicly_accessible: written } = values;
      const isMember = isNamed(cluster, named);
      const address = told(written, false);
      return isMember === true || address === false ? isMember && address : isMember;
    });
    return worst(instances);
  }
}

/**
 * Whether tasks have the network of the instances that they run on, which may be in other files.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
 */
export function hasNetworkOfInstances({ type, values }: Resource): boolean {
  return type === "aws_ecs_service" && itemsOf(values["network_configuration"]).length === 0;
}

export function networkOfInstances({ place }: Resource): string {
  return `the network of the instances that run ${place}`;
}

const elasticIpAttributes = ["instance", "instance_id", "network_interface", "network_interface_id"];

/** Whether an attribute names a cluster, by reference or by its identifier. */
function isNamed(cluster: Resource, named: Value | undefined): Told {
  const resource = resourceOf(named);
  if (resource?.mode === "managed") return resource === cluster;
  if (isOpen(named)) return showValue(named);
  const own = cluster.values["cluster_identifier"];
  return isOpen(own) ? showValue(own) : !isUnset(own) && own === named;
}

/** Whether a subnet gives addresses to what is launched there. Default subnets do unless told otherwise. */
function givenIn(subnet: Value): Told {
  const resource = resourceOf(subnet);
  const isSubnet = resource?.type === "aws_subnet" || resource?.type === "aws_default_subnet";
  if (!isSubnet || resource.mode !== "managed") return showValue(subnet);
  return told(resource.values["map_public_ip_on_launch"], resource.type === "aws_default_subnet");
}

/** Words that ECS and Kafka have for yes. */
const yes: readonly Value[] = ["ENABLED", "SERVICE_PROVIDED_EIPS"];

/** A truth value as the files tell it, or the expression that decides it. */
export function told(value: Value | undefined, byDefault: boolean): Told {
  if (isOpen(value)) return showValue(value);
  return !isUnset(value) && yes.includes(value) ? true : (booleanOf(value) ?? byDefault);
}

function not(value: Told): Told {
  return typeof value === "string" ? value : !value;
}

function worst(all: readonly Told[]): Told {
  return all.find((one) => one === true) ?? all.find((one) => one !== false) ?? false;
}
