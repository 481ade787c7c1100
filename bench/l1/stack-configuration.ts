/** What `JSON.parse` can return. */
export type Json = string | number | boolean | null | readonly Json[] | JsonMap;
export type JsonMap = { readonly [key: string]: Json };

type Section = Readonly<Record<string, Readonly<Record<string, JsonMap>>>>;

/** The synthesized configuration of a stack, as far as people could write it with plain L1 calls. */
export interface StackConfiguration {
  readonly "//"?: { readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>> };
  readonly provider?: Readonly<Record<string, readonly JsonMap[]>>;
  readonly data?: Section;
  readonly resource?: Section;
  readonly locals?: JsonMap;
  readonly output?: Readonly<Record<string, JsonMap>>;
  readonly terraform?: JsonMap;
}

/** Configurations by stack name, in the order that stacks are applied. */
export type Stacks = ReadonlyMap<string, StackConfiguration>;

/** A resource, data source or local of a stack. */
export interface StackElement {
  /** How expressions name it: `aws_vpc.main`, `data.aws_route53_zone.main`, `local.containers`. */
  readonly address: string;
  /** `aws_vpc`, `data.aws_route53_zone` or `local`. */
  readonly type: string;
  readonly name: string;
  /** Attributes, or the value of a local. */
  readonly body: Json;
}

/** All elements of a stack, without what cdktf adds for references between stacks. */
export function elementsOf({ data = {}, resource = {}, locals = {} }: StackConfiguration): StackElement[] {
  const values = Object.entries(locals);
  return [
    ...elementsIn(data, "data."),
    ...values.map(([name, body]) => ({ address: `local.${name}`, type: "local", name, body })),
    ...elementsIn(resource, ""),
  ];
}

function elementsIn(section: Section, prefix: string): StackElement[] {
  return Object.entries(section)
    .filter(([type]) => type !== "terraform_remote_state")
    .flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, attributes]) => {
        const body = Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== "//"));
        return { address: `${prefix}${type}.${name}`, type: `${prefix}${type}`, name, body };
      }),
    );
}

/** The expression in another stack that `data.terraform_remote_state.<state>.outputs.<output>` stands for. */
export function followRemoteState(
  stacks: Stacks,
  stack: StackConfiguration,
  state: string,
  output: string,
): { readonly stackName: string; readonly expression: string } {
  const config = JSON.stringify(stack.data?.["terraform_remote_state"]?.[state]?.["config"] ?? "");
  const stackName = /([\w-]+)\.tfstate/.exec(config)?.[1] ?? "";
  const value = stacks.get(stackName)?.output?.[output]?.["value"];
  const expression = typeof value === "string" ? /^\$\{(.*)\}$/.exec(value)?.[1] : undefined;
  if (expression === undefined) throw new Error(`${state} has no output ${output}`);
  return { stackName, expression };
}
