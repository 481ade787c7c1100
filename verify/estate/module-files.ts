import { asObject, isObject } from "../../terraform/stacks/stack";
import { evaluate, evaluateJson } from "../expressions/evaluate";
import { type Scope, type Step } from "../expressions/scope";
import { isMap } from "../values/fields-of";
import { Absent, stepInto } from "../values/step-into";
import { Reference, Unknown, type Value, type ValueMap } from "../values/value";
import { evaluateBody } from "./evaluate-body";
import { instancesOf, throughInstances, withNames, type Instanced } from "./instances";
import { Once } from "./once";
import { Resource } from "./resource";
import { type StackFiles } from "./stack-files";

type Json = Readonly<Record<string, unknown>>;

/** A module as it was read: its JSON, and the modules that it calls by name. */
export interface ModuleSource {
  readonly configuration: object;
  /** Those whose files could be read. */
  readonly modules?: Readonly<Record<string, ModuleSource>>;
  /** Its folder, as `path.module` tells it: relative to that of the root module. */
  readonly path?: string;
  /** Text of a file, by its path from the root module; undefined for what is not there, or not a part of the configuration. */
  readonly readFile?: (path: string) => string | undefined;
}

/** A block `module`. */
export interface ModuleCall {
  readonly call: Resource;
  /** Whether the module's files could be read. */
  readonly isRead: boolean;
}

/**
 * The root module of a stack, or one that it calls: what the names in its expressions stand for.
 *
 * Everything is evaluated when first asked for: the order in files means nothing, and a `count` may come from the output of a module.
 */
export class ModuleFiles implements Scope {
  private allResources: readonly Resource[] | undefined;
  private readonly declared = new Once<readonly Instanced<Resource>[]>();
  private readonly called = new Once<readonly Instanced<ModuleFiles>[]>();
  private readonly locals = new Once<Value>();

  constructor(
    private readonly stack: StackFiles,
    private readonly source: ModuleSource,
    /** `module.vpc.` in addresses; empty for the root module. */
    private readonly prefix = "",
    /** What the caller passes; undefined for what it leaves out. */
    private readonly input: (name: string) => Value | undefined = () => undefined,
  ) {}

  /** Managed resources and data sources, those of called modules included. */
  get resources(): readonly Resource[] {
    return (this.allResources ??= [
      ...this.declaredResources("data"),
      ...this.declaredResources("managed"),
      ...Object.keys(this.section("module")).flatMap((name) =>
        (this.calls(name) ?? []).flatMap(({ item }) => item.resources),
      ),
    ]);
  }

  /** Every call of a module, those in called modules included. */
  get moduleCalls(): readonly ModuleCall[] {
    return Object.entries(this.section("module")).flatMap(([name, body]) => {
      const written = asObject(body);
      const address = `${this.prefix}module.${name}`;
      const call = new Resource(this.stack, "module", "module", address, written, () =>
        evaluateBody(written, this),
      );
      const called = this.calls(name);
      return [
        { call, isRead: called !== undefined },
        ...(called ?? []).flatMap(({ item }) => item.moduleCalls),
      ];
    });
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
      case "path":
        return this.path(String(name));
      default:
        return this.referTo("managed", root, String(name), rest) ?? new Unknown(steps.join("."));
    }
  }

  file(path: string): string | undefined {
    return this.source.readFile?.(path);
  }

  template(text: string, variables: ValueMap): Value {
    return evaluate(text, withNames(this, variables));
  }

  private path(name: string): Value {
    const { path } = this.source;
    if (path === undefined) return new Unknown(`path.${name}`);
    return name === "module" ? path : ".";
  }

  private dataSource(type: string, [name, ...rest]: readonly Step[]): Value {
    const [field, output, ...further] = rest;
    if (type === "terraform_remote_state" && field === "outputs" && output !== undefined) {
      const writer = this.stack.writerOf(String(name));
      if (writer) return stepInto(writer.output(String(output)), further);
    }
    const found = this.referTo("data", type, String(name), rest);
    if (type === "template_file" && found instanceof Reference && found.attribute === "rendered") {
      const { template, vars = {} } = found.resource.values;
      if (typeof template === "string" && isMap(vars)) return this.template(template, vars);
    }
    return found ?? new Unknown(["data", type, name, ...rest].map(String).join("."));
  }

  private referTo(
    mode: keyof typeof sections,
    type: string,
    name: string,
    steps: readonly Step[],
  ): Value | undefined {
    const declared = this.declare(mode, type, name);
    if (!declared) return undefined;
    const found = throughInstances(declared, steps, (one, rest) => stepInto(new Reference(one, ""), rest));
    return found ?? new Absent([type, name, ...steps].join("."));
  }

  private moduleOutput(name: string, steps: readonly Step[]): Value {
    const called = this.calls(name);
    const text = ["module", name, ...steps].join(".");
    if (!called) return new Unknown(text);
    const found = throughInstances(called, steps, (module, [output, ...rest]) =>
      output === undefined ? module.outputs() : stepInto(module.output(String(output)), rest),
    );
    // An output may well be null.
    return found === undefined ? new Absent(text) : found;
  }

  private outputs(): Value {
    return Object.fromEntries(Object.keys(this.section("output")).map((name) => [name, this.output(name)]));
  }

  private local(name: string): Value {
    const unknown = new Unknown(`local.${name}`);
    const value = this.locals.get(name, () => {
      const locals = Object.assign({}, ...this.sections("locals"));
      return Object.hasOwn(locals, name) ? evaluateJson(locals[name], this) : unknown;
    });
    return value ?? unknown;
  }

  private variable(name: string): Value {
    const given = this.input(name);
    const variable = asObject(this.section("variable")[name]);
    const hasDefault = "default" in variable;
    const isLeftOut = given === undefined || (given === null && variable["nullable"] === false && hasDefault);
    if (!isLeftOut) return given;
    return hasDefault ? literal(variable["default"]) : new Unknown(`var.${name}`);
  }

  private declaredResources(mode: keyof typeof sections): readonly Resource[] {
    return Object.entries(this.section(sections[mode])).flatMap(([type, byName]) =>
      Object.keys(asObject(byName)).flatMap((name) =>
        (this.declare(mode, type, name) ?? []).map(({ item }) => item),
      ),
    );
  }

  /** The instances of a resource; undefined where there is none, or its own `count` asks for it. */
  private declare(
    mode: keyof typeof sections,
    type: string,
    name: string,
  ): readonly Instanced<Resource>[] | undefined {
    const byName = asObject(this.section(sections[mode])[type]);
    if (!Object.hasOwn(byName, name)) return undefined;
    const written = asObject(byName[name]);
    const address = `${this.prefix}${mode === "data" ? "data." : ""}${type}.${name}`;
    return this.declared.get(address, () =>
      instancesOf(written, this).map((instance) => ({
        instance,
        item: new Resource(this.stack, mode, type, `${address}${instance.key}`, written, () =>
          evaluateBody(written, instance.scope),
        ),
      })),
    );
  }

  /** The instances of a module; undefined where its files could not be read, or its own `count` asks for it. */
  private calls(name: string): readonly Instanced<ModuleFiles>[] | undefined {
    const sources = this.source.modules ?? {};
    const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
    if (!source) return undefined;
    return this.called.get(name, () => {
      const written = asObject(this.section("module")[name]);
      return instancesOf(written, this).map((instance) => {
        const input = (variable: string) =>
          Object.hasOwn(written, variable) ? evaluateJson(written[variable], instance.scope) : undefined;
        const prefix = `${this.prefix}module.${name}${instance.key}.`;
        return { instance, item: new ModuleFiles(this.stack, source, prefix, input) };
      });
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

/** The kinds of blocks that declare them. */
const sections = { data: "data", managed: "resource" } as const;

/** What Terraform does not evaluate: the default of a variable. */
function literal(value: unknown): Value {
  if (Array.isArray(value)) return value.map(literal);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, literal(item)]));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
