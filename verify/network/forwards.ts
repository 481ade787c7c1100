import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, booleanOf, isOpen, isUnset, itemsOf, numberOf } from "../values/plain-values";
import { fieldsOf } from "../values/fields-of";
import { showValue } from "../values/show-value";
import { type Value, type ValueMap } from "../values/value";
import { identityOf, resourceOf } from "./identity";
import { type Evidence, type Forward, type NetworkNode } from "./network";
import { allPorts, type PortRange } from "./ports";

/** What balancers pass on: listener, its rules, target groups, and what is registered there. */
export function readForwards(
  environment: EnvironmentFiles,
  nodes: readonly NetworkNode[],
): readonly Forward[] {
  const byPlace = new Map(nodes.flatMap((node) => (node.resource ? [[node.resource.place, node]] : [])));
  const targets = readTargets(environment, byPlace);
  const rules = environment.all("aws_lb_listener_rule", "aws_alb_listener_rule");
  const rulesOf = groupBy(rules, ({ values }) => keyOf(values["listener_arn"]));
  const listeners = environment.all("aws_lb_listener", "aws_alb_listener").flatMap((listener) => {
    const balancer = byPlace.get(keyOf(listener.values["load_balancer_arn"]));
    if (!balancer) return [];
    return [listener, ...(rulesOf.get(listener.place) ?? [])].flatMap((rule) =>
      forwardsOf(balancer, listener, rule, targets),
    );
  });
  return [...listeners, ...classicForwards(environment, byPlace)];
}

/** Something that is registered in a target group. */
interface Target {
  readonly node: NetworkNode;
  readonly ports: readonly PortRange[];
  readonly evidence: Evidence;
}

function forwardsOf(
  balancer: NetworkNode,
  listener: Resource,
  rule: Resource,
  targets: ReadonlyMap<string, readonly Target[]>,
): readonly Forward[] {
  const listenerPorts = portsOf(listener.values["port"], listener.values["protocol"]);
  const actions = blocksOf(rule.values, rule === listener ? "default_action" : "action");
  const conditions = blocksOf(rule.values, "condition").map(tellCondition);
  const when = conditions.length === 0 ? "" : ` when ${conditions.join(" and ")}`;
  const groups = new Map(
    actions.flatMap(targetGroupsOf).map((value) => [identityOf(value), resourceOf(value)]),
  );
  return [...groups].flatMap(([group, resource]) =>
    (targets.get(group) ?? []).map((target) => ({
      balancer,
      listenerPorts,
      target: target.node,
      targetPorts: target.ports,
      preservesClient: preservesClient(balancer, resource),
      conditions,
      evidence: [
        { step: "listener", resource: rule, text: `forwards ${listenerName(listener)} to ${group}${when}` },
        target.evidence,
      ],
    })),
  );
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html */
function preservesClient({ resource }: NetworkNode, targetGroup: Resource | undefined): boolean | string {
  if (resource?.values["load_balancer_type"] !== "network" || !targetGroup) return false;
  const { preserve_client_ip: written, target_type: type, protocol } = targetGroup.values;
  if (isOpen(written)) return showValue(written);
  return booleanOf(written) ?? (isUnset(type) || type === "instance" || String(protocol).includes("UDP"));
}

function listenerName({ values }: Resource): string {
  return [values["protocol"], values["port"]]
    .filter((part) => !isUnset(part))
    .map(String)
    .join(" ");
}

/** Target groups that an action forwards to, with whatever weight. */
function targetGroupsOf(action: ValueMap): readonly Value[] {
  const weighted = blocksOf(action, "forward").flatMap((forward) =>
    blocksOf(forward, "target_group").map(({ arn }) => arn),
  );
  return [action["target_group_arn"], ...weighted].flatMap((value) => (isUnset(value) ? [] : [value]));
}

/** `host shop.example.com`, `path /orders/*`. */
function tellCondition(condition: ValueMap): string {
  const named = Object.entries(condition).find(([, value]) => itemsOf(value).length > 0);
  if (!named) return "an empty condition holds";
  const [block] = blocksOf(condition, named[0]);
  const values = itemsOf(fieldsOf(block)["values"]).map((value) => showValue(value).replaceAll('"', ""));
  const kind = named[0].replace(/_(header|pattern)$/, "").replaceAll("_", " ");
  return `${kind} is ${values.length === 0 ? showValue(block) : values.join(" or ")}`;
}

function readTargets(
  environment: EnvironmentFiles,
  byPlace: ReadonlyMap<string, NetworkNode>,
): ReadonlyMap<string, readonly Target[]> {
  const services = environment.all("aws_ecs_service").flatMap((resource) => {
    const node = byPlace.get(resource.place);
    return blocksOf(resource.values, "load_balancer").flatMap((block) => {
      const ports = portsOf(block["container_port"], undefined);
      const text = `registers ${showValue(block["container_name"]).replaceAll('"', "")}:${showValue(block["container_port"])}`;
      const alternates = blocksOf(block, "advanced_configuration").map(
        (one) => one["alternate_target_group_arn"],
      );
      return [block["target_group_arn"], ...alternates].flatMap((group): [string, Target][] =>
        isUnset(group) || !node
          ? []
          : [[identityOf(group), { node, ports, evidence: { step: "listener", resource, text } }]],
      );
    });
  });
  const attached = environment
    .all("aws_lb_target_group_attachment", "aws_alb_target_group_attachment")
    .flatMap((resource): [string, Target][] => {
      const { target_group_arn: group, target_id: id, port } = resource.values;
      const node = byPlace.get(keyOf(id));
      if (isUnset(group) || !node) return [];
      const [targetGroup] = environment
        .all("aws_lb_target_group", "aws_alb_target_group")
        .filter(({ place }) => place === identityOf(group));
      const ports = portsOf(port ?? targetGroup?.values["port"], targetGroup?.values["protocol"]);
      return [
        [
          identityOf(group),
          { node, ports, evidence: { step: "listener", resource, text: `registers ${node.name}` } },
        ],
      ];
    });
  const all = groupBy([...services, ...attached], ([group]) => group);
  return new Map([...all].map(([group, entries]) => [group, entries.map(([, target]) => target)]));
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html */
function classicForwards(
  environment: EnvironmentFiles,
  byPlace: ReadonlyMap<string, NetworkNode>,
): readonly Forward[] {
  return environment.all("aws_elb").flatMap((resource) => {
    const balancer = byPlace.get(resource.place);
    const name = resource.values["name"];
    const services = environment
      .all("aws_ecs_service")
      .filter(({ values }) =>
        blocksOf(values, "load_balancer").some(
          ({ elb_name: elb }) => !isUnset(elb) && (keyOf(elb) === resource.place || elb === name),
        ),
      )
      .map(({ place }) => place);
    const members = [...itemsOf(resource.values["instances"]).map(identityOf), ...services];
    return blocksOf(resource.values, "listener").flatMap((listener) =>
      members.flatMap((place): Forward[] => {
        const target = byPlace.get(place);
        if (!balancer || !target) return [];
        const listenerPorts = portsOf(listener["lb_port"], undefined);
        const targetPorts = portsOf(listener["instance_port"], undefined);
        const text = `forwards ${showValue(listener["lb_port"])} to ${target.name}:${showValue(listener["instance_port"])}`;
        return [
          {
            balancer,
            listenerPorts,
            target,
            targetPorts,
            preservesClient: false,
            conditions: [],
            evidence: [{ step: "listener", resource, text }],
          },
        ];
      }),
    );
  });
}

function portsOf(port: Value | undefined, protocol: Value | undefined): readonly PortRange[] {
  const number = numberOf(port);
  const text = String(protocol).toUpperCase();
  const protocols = (["tcp", "udp"] as const).filter((one) =>
    one === "udp" ? text.includes("UDP") || text === "QUIC" : text !== "UDP" && text !== "QUIC",
  );
  if (number === undefined) return allPorts;
  return protocols.map((one) => ({ protocol: one, from: number, to: number }));
}

function keyOf(value: Value | undefined): string {
  return isUnset(value) ? "" : identityOf(value);
}

function groupBy<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
