import { readBinding, type ProviderBinding } from "./provider-binding";
import {
  elementsOf,
  followRemoteState,
  type StackConfiguration,
  type StackElement,
  type Stacks,
} from "./stack-configuration";
import { writeValue } from "./write-value";

/**
 * Writes the program that people without this library would have written for the same resources, as files by name:
 * one per stack with `new Vpc(stack, "…", { … })` calls, and `layout.ts` whose `build(app)` calls them all.
 */
export function writeProgram(stacks: Stacks): ReadonlyMap<string, string> {
  const bindings = new Map<string, ProviderBinding>();
  const writers = [...stacks].map(([name, stack]) => new StackWriter(name, stack, stacks, bindings));
  const files = writers.map((writer): [string, string] => [`${writer.name}.ts`, writer.write()]);
  const calls = writers.map(({ name, used }) => {
    const parameters = ["app", ...[...used].map(variable)].join(", ");
    return `  const ${variable(name)} = build_${variable(name)}(${parameters});`;
  });
  const layout = [
    `import { type App } from "cdktf";`,
    ...writers.map(({ name }) => `import { build_${variable(name)} } from "./${name}";`),
    `export function build(app: App) {\n${calls.join("\n")}\n  return [${[...stacks.keys()].map(variable).join(", ")}];\n}\n`,
  ];
  return new Map([...files, ["layout.ts", layout.join("\n")]]);
}

class StackWriter {
  /** Other stacks that this one refers to; known once it is written. */
  readonly used = new Set<string>();
  private readonly imported = new Map<string, ProviderBinding>();

  constructor(
    readonly name: string,
    private readonly configuration: StackConfiguration,
    private readonly stacks: Stacks,
    private readonly bindings: Map<string, ProviderBinding>,
  ) {}

  write(): string {
    const elements = sortByReference(elementsOf(this.configuration));
    const body = [
      `const stack = new TerraformStack(app, ${JSON.stringify(this.name)});`,
      ...this.settings(),
      ...elements.map((element) => this.element(element)),
      ...this.outputs(),
      `return { ${elements.map(({ address }) => variable(address)).join(", ")} };`,
    ];
    const others = [...this.used];
    const parameters = others.map(
      (other) => `${variable(other)}: ReturnType<typeof build_${variable(other)}>`,
    );
    return [
      `import { type App, Fn, LocalBackend, TerraformLocal, TerraformOutput, TerraformStack } from "cdktf";`,
      ...[...this.imported.values()].map(
        ({ className, modulePath }) => `import { ${className} } from "${modulePath}";`,
      ),
      ...others.map((other) => `import { type build_${variable(other)} } from "./${other}";`),
      `export function build_${variable(this.name)}(${["app: App", ...parameters].join(", ")}) {`,
      ...body,
      "}\n",
    ].join("\n");
  }

  /** State, Terraform version and provider. */
  private settings(): string[] {
    const { terraform = {}, provider = {} } = this.configuration;
    const { backend, required_version: version } = terraform;
    const [kind] = Object.keys(backend ?? {});
    if (kind !== "local") throw new Error(`no L1 code for the backend ${kind}`);
    const local = JSON.stringify(Reflect.get(backend as object, "local"));
    return [
      `new LocalBackend(stack, ${local});`,
      `stack.addOverride("terraform.required_version", ${JSON.stringify(version)});`,
      ...(provider["aws"] ?? []).map((settings) => {
        const binding = this.binding("provider");
        return `new ${binding.className}(stack, "aws", ${writeValue(settings, binding.fields, unexpected)});`;
      }),
    ];
  }

  private element({ address, type, name, body }: StackElement): string {
    const binding = type === "local" ? undefined : this.binding(type);
    const className = binding?.className ?? "TerraformLocal";
    // Types make ids unique: in L1 code they must be so in the whole stack, addresses only per type.
    const id = JSON.stringify(`${type.replace(/^data\./, "")}__${name}`);
    const value = writeValue(body, binding?.fields, this.translate);
    return `const ${variable(address)} = new ${className}(stack, ${id}, ${value});`;
  }

  /** Outputs that no other stack reads: cdktf adds the others. */
  private outputs(): string[] {
    const names = Object.values(this.configuration["//"]?.outputs ?? {}).flatMap((outputs) =>
      Object.entries(outputs),
    );
    const added = new Set(names.flatMap(([id, name]) => (id.startsWith("cross-stack-output-") ? name : [])));
    return Object.entries(this.configuration.output ?? {})
      .filter(([name]) => !added.has(name))
      .map(([name, body]) => {
        const value = writeValue(body, undefined, this.translate);
        return `new TerraformOutput(stack, ${JSON.stringify(`output__${name}`)}, ${value});`;
      });
  }

  private binding(type: string): ProviderBinding {
    const binding = this.bindings.get(type) ?? readBinding(type);
    this.bindings.set(type, binding);
    this.imported.set(type, binding);
    return binding;
  }

  private readonly translate = (expression: string): string => {
    const remote = /^data\.terraform_remote_state\.(\w+)\.outputs\.(\w+)$/.exec(expression);
    if (!remote) return writeReference(expression);
    const [, state = "", output = ""] = remote;
    const other = followRemoteState(this.stacks, this.configuration, state, output);
    this.used.add(other.stackName);
    return `${variable(other.stackName)}.${writeReference(other.expression)}`;
  };
}

/** `aws_db_instance.app.master_user_secret[0].secret_arn` → `aws_db_instance_app.masterUserSecret.get(0).secretArn`. */
function writeReference(expression: string): string {
  const encoded = /^jsonencode\((local\.\w+)\)$/.exec(expression);
  if (encoded) return `Fn.jsonencode(${variable(encoded[1] ?? "")}.expression)`;
  // cdktf writes an element of a set this way.
  const path = expression.replace(/^tolist\((.*?)\)\.(\d+)/, "$1[$2]");
  const [, address, attributes = ""] = /^((?:data\.)?aws_\w+\.\w+)((?:\.\w+|\[\d+\])*)$/.exec(path) ?? [];
  if (address === undefined) throw new Error(`no L1 code for the expression ${expression}`);
  const camelCase = attributes.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return variable(address) + camelCase.replace(/\[(\d+)\]/g, ".get($1)");
}

function unexpected(expression: string): never {
  throw new Error(`no expression was expected, got ${expression}`);
}

function variable(name: string): string {
  return name.replace(/\W/g, "_");
}

/** What is referred to comes first, as in a program. */
function sortByReference(elements: readonly StackElement[]): StackElement[] {
  const byAddress = new Map(elements.map((element) => [element.address, element]));
  const sorted = new Set<StackElement>();
  const visit = (element: StackElement): void => {
    if (sorted.has(element)) return;
    for (const [address] of JSON.stringify(element.body).matchAll(/(?:data\.)?\b(?:aws_\w+|local)\.\w+/g)) {
      const other = byAddress.get(address);
      if (other && other !== element) visit(other);
    }
    sorted.add(element);
  };
  elements.forEach(visit);
  return [...sorted];
}
