import { asObject, isObject, type Stack } from "../../terraform/stacks/stack";
import { evaluateJson } from "../expressions/evaluate";
import { type Scope, type Step } from "../expressions/scope";
import { stepInto } from "../values/step-into";
import { fieldsOf } from "../values/fields-of";
import { Reference, Unknown, type Value, type ValueMap } from "../values/value";
import { Resource } from "./resource";

type Json = Readonly<Record<string, unknown>>;

/** One synthesized stack: its resources, and what the names in its expressions stand for. */
export class StackFiles implements Scope {
  /** Managed resources and data sources. */
  readonly resources: readonly Resource[];
  readonly providers: readonly Resource[];
  /** Instances by `mode type name`. */
  private readonly declared = new Map<string, Declared>();
  private readonly locals = new Map<string, Value>();

  constructor(
    readonly stack: Stack,
    /** The stack that writes a state which this one reads; undefined when it is not among those that are checked. */
    private readonly writerOf: (dataSource: string) => StackFiles | undefined,
  ) {
    this.resources = [
      ...this.declare("data", asObject(stack.configuration.data)),
      ...this.declare("managed", asObject(stack.configuration.resource)),
    ];
    this.providers = Object.entries(asObject(stack.configuration.provider)).flatMap(([type, given]) =>
      [given].flat().map((one) => this.provider(type, asObject(one))),
    );
  }

  get name(): string {
    return this.stack.name;
  }

  /** The JSON that Terraform applies. */
  get configuration(): Stack["configuration"] {
    return this.stack.configuration;
  }

  /** Value of an output. */
  output(name: string): Value {
    const output = asObject(this.configuration.output?.[name]);
    return "value" in output ? evaluateJson(output["value"], this) : new Unknown(`output.${name}`);
  }

  lookup(steps: readonly [string, ...Step[]]): Value {
    const [root, name, ...rest] = steps;
    if (name === undefined) return new Unknown(root);
    switch (root) {
      case "local":
        return stepInto(this.local(String(name)), rest);
      case "var":
        return stepInto(this.variable(String(name)), rest);
      case "data":
        return this.dataSource(String(name), rest);
      default:
        return this.referTo("managed", root, String(name), rest) ?? new Unknown(steps.join("."));
    }
  }

  private dataSource(type: string, [name, ...rest]: readonly Step[]): Value {
    if (type === "terraform_remote_state" && rest[0] === "outputs" && rest[1] !== undefined) {
      const writer = this.writerOf(String(name));
      if (writer) return stepInto(writer.output(String(rest[1])), rest.slice(2));
    }
    return (
      this.referTo("data", type, String(name), rest) ??
      new Unknown(["data", type, name, ...rest].map(String).join("."))
    );
  }

  private referTo(
    mode: Resource["mode"],
    type: string,
    name: string,
    steps: readonly Step[],
  ): Value | undefined {
    const declared = this.declared.get(`${mode} ${type} ${name}`);
    if (declared === undefined) return undefined;
    const [resource] = declared.instances;
    if (!declared.isRepeated) return resource && stepInto(new Reference(resource, ""), steps);
    const all = declared.instances.map((instance) => new Reference(instance, ""));
    return stepInto(all, steps);
  }

  private local(name: string): Value {
    const known = this.locals.get(name);
    if (known !== undefined) return known;
    const locals = asObject(Reflect.get(this.configuration, "locals"));
    // A local that refers to itself is refused by Terraform; here it ends.
    this.locals.set(name, new Unknown(`local.${name}`));
    const value = Object.hasOwn(locals, name)
      ? evaluateJson(locals[name], this)
      : new Unknown(`local.${name}`);
    this.locals.set(name, value);
    return value;
  }

  private variable(name: string): Value {
    const variable = asObject(asObject(Reflect.get(this.configuration, "variable"))[name]);
    return "default" in variable ? literal(variable["default"]) : new Unknown(`var.${name}`);
  }

  private provider(type: string, written: Json): Resource {
    const address = ["provider", type, written["alias"]].filter((part) => part !== undefined).join(".");
    return new Resource(this, "provider", type, address, written, () => evaluateBody(written, this));
  }

  private declare(mode: Resource["mode"], types: Json): Resource[] {
    return Object.entries(types).flatMap(([type, byName]) =>
      Object.entries(asObject(byName)).flatMap(([name, body]) => {
        const written = asObject(body);
        const address = `${mode === "data" ? "data." : ""}${type}.${name}`;
        const instances = [
          new Resource(this, mode, type, address, written, () => evaluateBody(written, this)),
        ];
        this.declared.set(`${mode} ${type} ${name}`, { instances, isRepeated: false });
        return instances;
      }),
    );
  }
}

interface Declared {
  readonly instances: readonly Resource[];
  /** Whether it has `count` or `for_each`. */
  readonly isRepeated: boolean;
}

const metaArguments = new Set(["//", "lifecycle", "depends_on", "provider", "provisioner", "connection"]);

/** What Terraform does not evaluate: the default of a variable. */
function literal(value: unknown): Value {
  if (Array.isArray(value)) return value.map(literal);
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function evaluateBody(written: Json, scope: Scope): ValueMap {
  const own = Object.entries(written).filter(([key]) => !metaArguments.has(key));
  const values = evaluateJson(Object.fromEntries(own), scope);
  return fieldsOf(values);
}
