import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, booleanOf, isOpen, isUnset, itemsOf } from "../values/plain-values";
import { fieldsOf, isMap } from "../values/fields-of";
import { showValue } from "../values/show-value";
import { type Value, type ValueMap } from "../values/value";
import { identityOf, resourceOf } from "./identity";
import { type Fronts } from "./fronts";
import { type Forward, type NetworkNode } from "./network";
import { allPorts, listeningPorts } from "./ports";
import { readEntrances } from "./entrances";
import { readProxies } from "./proxies";
import { Targets } from "./targets";

/** What balancers pass on: listener, its rules, target groups, and what is registered there. */
export function readForwards(
  environment: EnvironmentFiles,
  nodes: readonly NetworkNode[],
  fronts: Fronts,
): readonly Forward[] {
  const byPlace = new Map(nodes.flatMap((node) => (node.resource ? [[node.resource.place, node]] : [])));
  const targets = new Targets(environment, byPlace);
  const listeners = environment.all("aws_lb_listener", "aws_alb_listener");
  const known = new Set(listeners.map(({ place }) => place));
  const rules = environment.all("aws_lb_listener_rule", "aws_alb_listener_rule");
  const rulesOf = groupBy(rules, ({ values }) => keyOf(values["listener_arn"]));
  const balancerOf = (value: Value | undefined) =>
    byPlace.get(keyOf(value)) ?? (isUnset(value) ? undefined : fronts.of(showValue(value)));
  return [
    ...listeners.flatMap((listener) => {
      const balancer = balancerOf(listener.values["load_balancer_arn"]);
      return [listener, ...(rulesOf.get(listener.place) ?? [])].flatMap((rule) =>
        balancer ? forwardsOf(balancer, listener, rule, targets) : [],
      );
    }),
    ...rules.flatMap((rule) => {
      const { listener_arn: listener } = rule.values;
      if (isUnset(listener) || known.has(identityOf(listener))) return [];
      return forwardsOf(fronts.of(showValue(listener)), undefined, rule, targets);
    }),
    ...forwardsElsewhere(targets, fronts),
    ...classicForwards(environment, byPlace),
    ...readEntrances(environment, byPlace, fronts),
    ...readProxies(environment, byPlace),
  ];
}

/** What is registered in target groups that are made elsewhere, together with their balancers. */
function forwardsElsewhere(targets: Targets, fronts: Fronts): readonly Forward[] {
  return targets.elsewhere.map(({ group, target }) => ({
    balancer: fronts.of(showValue(group)),
    listenerPorts: allPorts,
    target: target.node,
    targetPorts: target.ports,
    preservesClient: false,
    conditions: [],
    evidence: [target.evidence],
  }));
}

function forwardsOf(
  balancer: NetworkNode,
  listener: Resource | undefined,
  rule: Resource,
  targets: Targets,
): readonly Forward[] {
  const listenerPorts = listeningPorts(listener?.values["port"], listener?.values["protocol"]);
  const actions = itemsOf(rule.values[rule === listener ? "default_action" : "action"]);
  const conditions = blocksOf(rule.values, "condition").map(tellCondition);
  const when = conditions.length === 0 ? "" : ` when ${conditions.join(" and ")}`;
  const on = listener ? `${listenerName(listener)} ` : "";
  const groups = new Map(actions.flatMap(targetGroupsOf).map((value) => [identityOf(value), value]));
  return [...groups].flatMap(([group, value]) =>
    targets.of(value).map((target) => ({
      balancer,
      listenerPorts,
      target: target.node,
      targetPorts: target.ports,
      preservesClient: preservesClient(balancer, resourceOf(value)),
      conditions,
      evidence: [
        { step: "listener", resource: rule, text: `forwards ${on}to ${group}${when}` },
        target.evidence,
      ],
      ...(target.untold.length > 0 && { untold: target.untold }),
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
function targetGroupsOf(action: Value): readonly Value[] {
  if (isOpen(action)) return [action];
  if (!isMap(action)) return [];
  if (isOpen(action["forward"])) return [action["forward"]];
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
        const listenerPorts = listeningPorts(listener["lb_port"], undefined);
        const targetPorts = listeningPorts(listener["instance_port"], undefined);
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
