import { asObject, isObject } from "../../terraform/stacks/stack";
import { evaluateJson } from "../expressions/evaluate";
import { type Scope, type Step } from "../expressions/scope";
import { stepInto } from "../values/step-into";
import { Reference, Unknown, type Value } from "../values/value";
import { evaluateBody } from "./evaluate-body";
import { instancesOf, throughInstances, type Instanced } from "./instances";
import { Resource } from "./resource";
import { type StackFiles } from "./stack-files";

type Json = Readonly<Record<string, unknown>>;

/** A module as it was read: its JSON, and the modules that it calls by name. */
export interface ModuleSource {
  readonly configuration: object;
  /** Those whose files could be read. */
  readonly modules?: Readonly<Record<string, ModuleSource>>;
}

/** The root module of a stack, or one that it calls: what the names in its expressions stand for. */
export class ModuleFiles implements Scope {
  /** Managed resources and data sources, those of called modules included. */
  readonly resources: readonly Resource[];
  private readonly declared = new Map<string, readonly Instanced<Resource>[]>();
  private readonly called = new Map<string, readonly Instanced<ModuleFiles>[]>();
  private readonly locals = new Map<string, Value>();

  constructor(
    private readonly stack: StackFiles,
    private readonly source: ModuleSource,
    /** `module.vpc.` in addresses; empty for the root module. */
    private readonly prefix = "",
    /** What the caller passes. */
    private readonly inputs: Readonly<Record<string, Value>> = {},
  ) {
    this.resources = [
      ...this.declare("data", this.section("data")),
      ...this.declare("managed", this.section("resource")),
      ...this.call(),
    ];
  }

  /** Value of an output. */
  output(name: string): Value {
    const output = asObject(this.section("output")[name]);
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
      case "module":
        return this.moduleOutput(String(name), rest);
      case "data":
        return this.dataSource(String(name), rest);
      default:
        return this.referTo("managed", root, String(name), rest) ?? new Unknown(steps.join("."));
    }
  }

  private dataSource(type: string, [name, ...rest]: readonly Step[]): Value {
    const [field, output, ...further] = rest;
    if (type === "terraform_remote_state" && field === "outputs" && output !== undefined) {
      const writer = this.stack.writerOf(String(name));
      if (writer) return stepInto(writer.output(String(output)), further);
    }
    const found = this.referTo("data", type, String(name), rest);
    return found ?? new Unknown(["data", type, name, ...rest].map(String).join("."));
  }

  private referTo(
    mode: Resource["mode"],
    type: string,
    name: string,
    steps: readonly Step[],
  ): Value | undefined {
    const declared = this.declared.get(`${mode} ${type} ${name}`);
    return (
      declared && throughInstances(declared, steps, (one, rest) => stepInto(new Reference(one, ""), rest))
    );
  }

  private moduleOutput(name: string, steps: readonly Step[]): Value {
    const called = this.called.get(name) ?? [];
    const found = throughInstances(called, steps, (module, [output, ...rest]) =>
      output === undefined ? module.outputs() : stepInto(module.output(String(output)), rest),
    );
    return found ?? new Unknown(["module", name, ...steps].join("."));
  }

  private outputs(): Value {
    return Object.fromEntries(Object.keys(this.section("output")).map((name) => [name, this.output(name)]));
  }

  private local(name: string): Value {
    const known = this.locals.get(name);
    if (known !== undefined) return known;
    const locals = Object.assign({}, ...this.sections("locals"));
    // A local that refers to itself is refused by Terraform; here it ends.
    this.locals.set(name, new Unknown(`local.${name}`));
    const value = Object.hasOwn(locals, name)
      ? evaluateJson(locals[name], this)
      : new Unknown(`local.${name}`);
    this.locals.set(name, value);
    return value;
  }

  private variable(name: string): Value {
    const given = Object.hasOwn(this.inputs, name) ? this.inputs[name] : undefined;
    if (given !== undefined) return given;
    const variable = asObject(this.section("variable")[name]);
    return "default" in variable ? literal(variable["default"]) : new Unknown(`var.${name}`);
  }

  private declare(mode: "managed" | "data", types: Json): readonly Resource[] {
    return Object.entries(types).flatMap(([type, byName]) =>
      Object.entries(asObject(byName)).flatMap(([name, body]) => {
        const written = asObject(body);
        const address = `${this.prefix}${mode === "data" ? "data." : ""}${type}.${name}`;
        const declared = instancesOf(written, this).map((instance) => ({
          instance,
          item: new Resource(this.stack, mode, type, `${address}${instance.key}`, written, () =>
            evaluateBody(written, instance.scope),
          ),
        }));
        this.declared.set(`${mode} ${type} ${name}`, declared);
        return declared.map(({ item }) => item);
      }),
    );
  }

  private call(): readonly Resource[] {
    const sources = this.source.modules ?? {};
    return Object.entries(this.section("module")).flatMap(([name, body]) => {
      const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
      if (!source) return [];
      const written = asObject(body);
      const called = instancesOf(written, this).map((instance) => {
        const inputs = evaluateBody(written, instance.scope);
        const prefix = `${this.prefix}module.${name}${instance.key}.`;
        return { instance, item: new ModuleFiles(this.stack, source, prefix, inputs) };
      });
      this.called.set(name, called);
      return called.flatMap(({ item }) => item.resources);
    });
  }

  private section(name: string): Json {
    return asObject(Reflect.get(this.source.configuration, name));
  }

  /** HCL may hold a kind of block more than once. */
  private sections(name: string): readonly Json[] {
    return [Reflect.get(this.source.configuration, name)].flat().map(asObject);
  }
}

/** What Terraform does not evaluate: the default of a variable. */
function literal(value: unknown): Value {
  if (Array.isArray(value)) return value.map(literal);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
