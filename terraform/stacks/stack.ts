/** A synthesized stack, read from cdktf's output folder. */
export interface Stack {
  readonly name: string;
  /** Absolute path of the folder with `cdk.tf.json`; cdktf runs Terraform in it. */
  readonly folder: string;
  /** Names of the stacks whose outputs this one reads. */
  readonly dependencies: readonly string[];
  readonly configuration: StackConfiguration;
}

/** What we read of `cdk.tf.json`; a block of a type is an object by name, and of a provider also a list. */
export interface StackConfiguration {
  readonly terraform?: {
    readonly backend?: Readonly<Record<string, unknown>>;
    readonly required_providers?: Readonly<Record<string, unknown>>;
  };
  readonly provider?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly module?: Readonly<Record<string, unknown>>;
  readonly output?: Readonly<Record<string, unknown>>;
}

/** Where state is kept: a backend with its settings, of a stack itself or of one that it reads. */
export interface StateLocation {
  readonly backend: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Where a stack keeps its state; Terraform's own default is a file beside the configuration. */
export function ownState({ configuration }: Stack): StateLocation {
  const [own] = Object.entries(configuration.terraform?.backend ?? {});
  return own ? { backend: own[0], config: asObject(own[1]) } : { backend: "local", config: {} };
}

/** States that a stack reads, by the name of the data source. */
export function remoteStates({ configuration }: Stack): ReadonlyMap<string, StateLocation> {
  const sources = Object.entries(asObject(configuration.data?.["terraform_remote_state"]));
  return new Map(
    sources.map(([name, source]) => {
      const { backend, config } = asObject(source);
      return [name, { backend: String(backend), config: asObject(config) }];
    }),
  );
}

/** Names of a stack's outputs, what other stacks read among them. */
export function declaredOutputs({ configuration }: Stack): readonly string[] {
  return Object.keys(configuration.output ?? {});
}

/** Accounts that a stack's providers may change. */
export function allowedAccounts({ configuration }: Stack): readonly string[] {
  const providers = [configuration.provider?.["aws"]].flat().map(asObject);
  return [
    ...new Set(
      providers.flatMap(({ allowed_account_ids: ids }) => (Array.isArray(ids) ? ids.map(String) : [])),
    ),
  ];
}

/** Regions of a stack's AWS providers, as written. */
export function regions({ configuration }: Stack): readonly string[] {
  const providers = [configuration.provider?.["aws"]].flat().map(asObject);
  return providers.flatMap(({ region }) => (typeof region === "string" ? [region] : []));
}

/** A JSON object, or an empty one for anything else. Terraform also takes a block as a list of one. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? one : {};
}

/** A JSON object or list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
