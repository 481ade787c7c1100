import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, isOpen, isUnset, itemsOf } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { Unknown, type Value } from "../values/value";
import { overlaps, parseBlock } from "./block";
import { identityOf, resourceOf } from "./identity";
import { type Evidence, type NetworkNode } from "./network";
import { listeningPorts, type PortRange } from "./ports";

/** Something that is registered in a target group. */
export interface Target {
  readonly node: NetworkNode;
  readonly ports: readonly PortRange[];
  readonly evidence: Evidence;
  /** What the files do not tell of it. */
  readonly untold: readonly string[];
}

interface Registration {
  readonly group: Value;
  readonly target: Target;
}

/** What is registered in target groups, by services, attachments and scaling groups. */
export class Targets {
  private readonly byGroup = new Map<string, Registration[]>();
  private readonly groups: readonly Resource[];

  constructor(
    environment: EnvironmentFiles,
    private readonly byPlace: ReadonlyMap<string, NetworkNode>,
  ) {
    this.groups = environment.all("aws_lb_target_group", "aws_alb_target_group");
    for (const service of environment.all("aws_ecs_service", "aws_ecs_task_set")) this.readService(service);
    for (const group of environment.all("aws_autoscaling_group")) {
      for (const one of itemsOf(group.values["target_group_arns"])) this.attach(group, one, group.place);
    }
    for (const attachment of environment.all("aws_autoscaling_attachment")) {
      const {
        lb_target_group_arn: group,
        alb_target_group_arn: old,
        autoscaling_group_name: name,
      } = attachment.values;
      const place = resourceOf(name)?.place;
      if (place !== undefined) this.attach(attachment, group ?? old, place);
    }
    for (const attachment of environment.all(
      "aws_lb_target_group_attachment",
      "aws_alb_target_group_attachment",
    )) {
      const { target_group_arn: group, target_id: id, port } = attachment.values;
      for (const { node, untold } of this.nodesOf(id)) this.register(attachment, group, node, port, untold);
    }
  }

  /** The targets of a group that an action names; undecided where it, or their group, may be another one. */
  of(group: Value): readonly Target[] {
    const own = this.byGroup.get(identityOf(group)) ?? [];
    const others = [...this.byGroup.values()].flat().filter((one) => !own.includes(one));
    const candidates = group instanceof Unknown ? group.references.map(({ resource }) => resource.place) : [];
    const perhaps = others.flatMap((one) => {
      if (!isTold(one.group)) return [withUntold(one.target, showValue(one.group))];
      const isCandidate = candidates.length === 0 || candidates.includes(identityOf(one.group));
      return !isTold(group) && isCandidate ? [withUntold(one.target, showValue(group))] : [];
    });
    return [...own.map(({ target }) => target), ...perhaps];
  }

  /** Groups that are made elsewhere, with what is registered there. */
  get elsewhere(): readonly Registration[] {
    return [...this.byGroup.values()].flat().filter(({ group }) => !isTold(group));
  }

  private readService(service: Resource): void {
    const node = this.byPlace.get(service.place);
    const written = service.values["load_balancer"];
    if (!node) return;
    if (isOpen(written)) this.register(service, written, node, undefined);
    for (const block of blocksOf(service.values, "load_balancer")) {
      const text = `registers ${showValue(block["container_name"]).replaceAll('"', "")}:${showValue(block["container_port"])}`;
      const alternates = blocksOf(block, "advanced_configuration").map(
        (one) => one["alternate_target_group_arn"],
      );
      for (const group of [block["target_group_arn"], ...alternates]) {
        this.add(group, {
          node,
          ports: listeningPorts(block["container_port"], undefined),
          evidence: { step: "listener", resource: service, text },
          untold: [],
        });
      }
    }
  }

  private attach(resource: Resource, group: Value | undefined, place: string): void {
    const node = this.byPlace.get(place);
    if (node) this.register(resource, group, node, undefined);
  }

  private register(
    resource: Resource,
    group: Value | undefined,
    node: NetworkNode,
    port: Value | undefined,
    untold: readonly string[] = [],
  ): void {
    const place = isUnset(group) ? "" : identityOf(group);
    const values = this.groups.find((one) => one.place === place)?.values;
    const ports = listeningPorts(port ?? values?.["port"], values?.["protocol"]);
    this.add(group, {
      node,
      ports,
      evidence: { step: "listener", resource, text: `registers ${node.name}` },
      untold,
    });
  }

  private add(group: Value | undefined, target: Target): void {
    if (isUnset(group)) return;
    const key = identityOf(group);
    const registrations = this.byGroup.get(key);
    if (registrations) registrations.push({ group, target });
    else this.byGroup.set(key, [{ group, target }]);
  }

  /** What a target's id stands for: something in the files, an address, or an expression that may be anything's. */
  private nodesOf(id: Value | undefined): readonly { node: NetworkNode; untold: readonly string[] }[] {
    if (isUnset(id)) return [];
    const node = this.byPlace.get(identityOf(id));
    if (node) return [{ node, untold: [] }];
    if (resourceOf(id)?.type === "aws_lambda_function") return [];
    const listening = [...this.byPlace.values()].filter(({ kind }) => !deaf.has(kind));
    if (isOpen(id)) return listening.map((one) => ({ node: one, untold: [showValue(id)] }));
    const address = parseBlock(`${String(id)}/32`);
    return listening
      .filter(({ blocks }) => address && blocks.some((block) => overlaps(block, address)))
      .map((one) => ({ node: one, untold: [`what has the address ${String(id)}`] }));
  }
}

/** Kinds that take no connections, or only such by name. */
const deaf: ReadonlySet<string> = new Set(["balancer", "function", "build"]);

function isTold(group: Value): boolean {
  return resourceOf(group)?.mode === "managed";
}

function withUntold(target: Target, text: string): Target {
  return { ...target, untold: [...target.untold, text] };
}
