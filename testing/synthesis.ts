/** A provider class, such as `Vpc` of `@cdktf/provider-aws/lib/vpc`. */
export interface TerraformType {
  readonly tfResourceType: string;
}

/** Attributes as Terraform reads them, in snake case. */
export type Attributes = Readonly<Record<string, unknown>>;

type Section = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;

interface Configuration {
  readonly terraform?: Attributes;
  readonly provider?: Readonly<Record<string, readonly Attributes[]>>;
  readonly resource?: Section;
  readonly data?: Section;
  readonly locals?: Attributes;
  readonly output?: Readonly<Record<string, Attributes>>;
}

/** The synthesized configuration of one stack, with questions that tests ask. */
export class Synthesis {
  constructor(
    readonly stackName: string,
    /** The whole configuration, as Terraform JSON. */
    readonly configuration: Configuration,
  ) {}

  /** Resources of a type by name. */
  resources(type: TerraformType): Readonly<Record<string, Attributes>> {
    return this.configuration.resource?.[type.tfResourceType] ?? {};
  }

  /** Data sources of a type by name. */
  dataSources(type: TerraformType): Readonly<Record<string, Attributes>> {
    return this.configuration.data?.[type.tfResourceType] ?? {};
  }

  /** The one resource of a type. @throws Error when there is none, or more than one. */
  only(type: TerraformType): Attributes {
    const [[, attributes] = [], ...others] = Object.entries(this.resources(type));
    if (attributes && others.length === 0) return attributes;
    const names = Object.keys(this.resources(type));
    throw new Error(
      `${this.stackName} has ${names.length} ${type.tfResourceType}: ${names.join(", ") || "none"}`,
    );
  }

  /** The resource of a type under a name. @throws Error when there is none. */
  resource(type: TerraformType, name: string): Attributes {
    const attributes = this.resources(type)[name];
    if (attributes) return attributes;
    const names = Object.keys(this.resources(type));
    throw new Error(
      `${this.stackName} has no ${type.tfResourceType}.${name}, but ${names.join(", ") || "none of that type"}`,
    );
  }

  /** Number of resources of a type. */
  count(type: TerraformType): number {
    return Object.keys(this.resources(type)).length;
  }

  /** A local value by name. */
  local(name: string): unknown {
    return this.configuration.locals?.[name];
  }

  /** Addresses of all resources and data sources, sorted. */
  addresses(): string[] {
    const { resource, data } = this.configuration;
    return [...addressesOf(resource, ""), ...addressesOf(data, "data.")].sort();
  }
}

function addressesOf(section: Section | undefined, prefix: string): string[] {
  return Object.entries(section ?? {}).flatMap(([type, byName]) =>
    Object.keys(byName).map((name) => `${prefix}${type}.${name}`),
  );
}
