import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { blocksOf, isUnset, itemsOf } from "../values/plain-values";
import { type Value, type ValueMap } from "../values/value";
import { resourceOf } from "./identity";

/** What an instance has from elsewhere: from its launch template, or from interfaces that are attached to it. */
export interface Launch {
  readonly securityGroups: readonly Value[];
  readonly subnets: readonly Value[];
  /** Settings that give it a public address, as they are written. */
  readonly publicAddress: readonly Value[];
}

/**
 * Finds what instances have from elsewhere.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-templates.html
 */
export class Launches {
  /** Interfaces by what they are attached to, both as places. */
  private readonly attached = new Map<string, Resource[]>();
  private readonly templatesByName = new Map<string, Resource>();

  constructor(environment: EnvironmentFiles) {
    for (const instance of environment.all("aws_instance", "aws_spot_instance_request")) {
      for (const block of blocksOf(instance.values, "network_interface")) {
        this.attach(instance, block["network_interface_id"]);
      }
    }
    for (const { values } of environment.all("aws_network_interface_attachment")) {
      const instance = resourceOf(values["instance_id"]);
      if (instance) this.attach(instance, values["network_interface_id"]);
    }
    for (const eni of environment.all("aws_network_interface")) {
      for (const { instance } of blocksOf(eni.values, "attachment")) {
        const holder = resourceOf(instance);
        if (holder) this.add(holder, eni);
      }
    }
    for (const template of environment.all("aws_launch_template", "aws_launch_configuration")) {
      const { name } = template.values;
      if (typeof name === "string") this.templatesByName.set(name, template);
    }
  }

  /** Whether it is an interface of something that has more to say of it. */
  isAttached(resource: Resource): boolean {
    return [...this.attached.values()].some((interfaces) => interfaces.includes(resource));
  }

  interfacesOf({ place }: Resource): readonly Resource[] {
    return this.attached.get(place) ?? [];
  }

  /** What a resource says itself goes before its template. */
  of(resource: Resource): Launch {
    const { values } = resource;
    const interfaces = this.interfacesOf(resource).map((eni) => eni.values);
    const template = this.templateOf(values);
    const withTemplate = (own: readonly Value[], theirs: readonly Value[]) => (own.length > 0 ? own : theirs);
    const valuesIn = (blocks: readonly ValueMap[], name: string) =>
      blocks.flatMap((block) => itemsOf(block[name]));
    return {
      securityGroups: [
        ...withTemplate(
          valuesIn([values], "vpc_security_group_ids"),
          template?.securityGroups ?? valuesIn([values], "security_groups"),
        ),
        ...valuesIn(interfaces, "security_groups"),
      ],
      subnets: [
        ...withTemplate(
          ["subnet_id", "vpc_zone_identifier"].flatMap((name) => valuesIn([values], name)),
          template?.subnets ?? [],
        ),
        ...valuesIn(interfaces, "subnet_id"),
      ],
      publicAddress: withTemplate(
        itemsOf(values["associate_public_ip_address"]),
        template?.publicAddress ?? [],
      ),
    };
  }

  private attach(instance: Resource, eni: Value | undefined): void {
    const found = resourceOf(eni);
    if (found) this.add(instance, found);
  }

  private add({ place }: Resource, eni: Resource): void {
    this.attached.set(place, [...(this.attached.get(place) ?? []), eni]);
  }

  private templateOf(values: ValueMap): Launch | undefined {
    const specifications = blocksOf(values, "mixed_instances_policy")
      .flatMap((policy) => blocksOf(policy, "launch_template"))
      .flatMap((template) => blocksOf(template, "launch_template_specification"));
    const named = [
      values["launch_configuration"],
      ...blocksOf(values, "launch_template").flatMap(({ id, name }) => [id, name]),
      ...specifications.flatMap((one) => [one["launch_template_id"], one["launch_template_name"]]),
    ].find((value) => !isUnset(value));
    if (isUnset(named)) return undefined;
    const found =
      resourceOf(named) ?? (typeof named === "string" ? this.templatesByName.get(named) : undefined);
    // A template that the files do not have may say anything.
    return found?.mode === "managed"
      ? launchIn(found.values)
      : { securityGroups: [named], subnets: [named], publicAddress: [named] };
  }
}

function launchIn(values: ValueMap): Launch {
  const interfaces = blocksOf(values, "network_interfaces");
  const groups = [values["vpc_security_group_ids"], values["security_groups"]];
  return {
    securityGroups: [...groups, ...interfaces.map((one) => one["security_groups"])].flatMap(itemsOf),
    subnets: interfaces.flatMap((one) => itemsOf(one["subnet_id"])),
    publicAddress: [values, ...interfaces].flatMap((one) => itemsOf(one["associate_public_ip_address"])),
  };
}
