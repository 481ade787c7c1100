import { createHash } from "node:crypto";
import { type CloudResource, type CloudView } from "../../../offline/cloud/cloud-resource";
import { type AwsContext, type AwsLocation } from "../../../offline/resources/behaviour";
import { behaviours } from "../../../offline/resources/behaviours";
import { genericBehaviour } from "../../../offline/resources/generic-behaviour";
import { type Value, type Values } from "../../../offline/values/value";
import { isRecord, isSequence } from "../../../offline/values/value-shape";
import type { Synthesis } from "../../../testing/synthesis";

/** `aws_vpc.main.id`, also of a resource with `for_each`: `aws_subnet.main["a"].id`. */
const reference = /(?<![\w.])(aws_\w+)\.(\w+)(?:\[[^\]]*\])?((?:\.\w+|\[\d+\])+)/;
const remote = /(?<![\w.])data\.terraform_remote_state\.(\w+)\.outputs\.(\w+)/;

/** What the behaviours make of the resources of some stacks, without terraform: enough to follow references between them. */
export class SimulatedApply {
  private readonly made = new Map<string, Values>();
  private readonly existing: CloudResource[] = [];

  constructor(
    private readonly stacks: readonly Synthesis[],
    private readonly location: AwsLocation,
  ) {}

  /** Every reference to an attribute of a resource, and what it leads to. */
  references(): readonly (readonly [place: string, value: unknown])[] {
    return this.stacks.flatMap((stack) => {
      const text = JSON.stringify(stack.configuration);
      const found = [...text.matchAll(new RegExp(reference, "g"))].map(([whole]) => whole);
      return [...new Set(found)].map(
        (whole) => [`${stack.stackName}: ${whole}`, this.follow(whole, stack)] as const,
      );
    });
  }

  private follow(expression: string, stack: Synthesis): unknown {
    const [, type = "", name = "", path = ""] = reference.exec(expression) ?? [];
    const steps = [...path.matchAll(/\w+/g)].map(([step]) => step);
    return steps.reduce(valueAt, this.resource(stack, type, name));
  }

  private resource(stack: Synthesis, type: string, name: string): Values {
    const key = `${stack.stackName}/${type}.${name}`;
    const known = this.made.get(key);
    if (known) return known;
    const configured = this.resolve(stack.configuration.resource?.[type]?.[name] ?? {}, stack);
    const given = isRecord(configured) ? configured : {};
    const behaviour = behaviours.get(type) ?? genericBehaviour(type);
    const aws = this.aws(key);
    const values = { ...behaviour.create(given, aws), ...given };
    const companions = behaviour.companions?.(values, aws) ?? [];
    this.made.set(key, values);
    for (const made of [{ type, values }, ...companions]) {
      this.existing.push({ key: `${key} ${made.type}`, region: this.location.region, ...made });
    }
    return values;
  }

  /** Terraform's functions are not evaluated: text that holds one stays as it is. */
  private resolve(value: unknown, stack: Synthesis): Value {
    if (isSequence(value)) return value.map((item) => this.resolve(item, stack));
    if (isRecord(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, this.resolve(inner, stack)]),
      );
    }
    if (typeof value === "number" || typeof value === "boolean") return value;
    if (typeof value !== "string") return null;
    const whole = /^\$\{([^}]*)\}$/.exec(value)?.[1];
    if (whole !== undefined) return this.evaluate(whole, stack) ?? value;
    return value.replace(/\$\{([^}]*)\}/g, (text, expression: string) =>
      String(this.evaluate(expression, stack) ?? text),
    );
  }

  private evaluate(expression: string, stack: Synthesis): Value | undefined {
    const [matched, other, output = ""] = remote.exec(expression) ?? [];
    if (matched === expression) {
      const found = this.stacks.find(({ stackName }) => stackName.endsWith(`-${other}`));
      return found && this.resolve(found.configuration.output?.[output]?.["value"], found);
    }
    if (reference.exec(expression)?.[0] !== expression) return undefined;
    const value = this.follow(expression, stack);
    return isValue(value) ? value : undefined;
  }

  private aws(key: string): AwsContext {
    const all = (type: string) => this.existing.filter((resource) => resource.type === type);
    const cloud: CloudView = {
      all,
      find: (type, attribute, value) => all(type).find(({ values }) => values[attribute] === value),
      everything: () => this.existing,
    };
    const hex = (length: number, purpose = "") =>
      createHash("sha512").update(`${key} ${purpose}`).digest("hex").repeat(2).slice(0, length);
    return { ...this.location, cloud, hex };
  }
}

function valueAt(value: unknown, step: string): unknown {
  if (isSequence(value))
    return /^\d+$/.test(step) ? value[Number(step)] : value.map((item) => valueAt(item, step));
  return isRecord(value) ? value[step] : undefined;
}

function isValue(value: unknown): value is Value {
  return value !== undefined;
}
