/** Arguments and blocks of a resource, as in Terraform's JSON. */
export type Config = Readonly<Record<string, unknown>>;

/** Resources by type and name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Config>>>>;

/** Something that a person could write, and that AWS refuses. */
export interface Mistake {
  /** Id of the rule that refuses it. */
  readonly rule: string;
  /** What is wrong, in a few words. */
  readonly what: string;
  readonly address: string;
  readonly resources: Resources;
  /** What the message or its advice must have: AWS's code, and what was given. */
  readonly says: readonly string[];
}

/** A new resource that AWS refuses. */
export function mistake(
  rule: string,
  what: string,
  type: string,
  config: Config,
  ...says: string[]
): Mistake {
  const name = `${rule}-${what}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return { rule, what, address: `${type}.${name}`, resources: { [type]: { [name]: config } }, says };
}

/** A change of a resource that exists. */
export function wrongChange(
  rule: string,
  what: string,
  [type, name, config]: readonly [type: string, name: string, config: Config],
  ...says: string[]
): Mistake {
  return { rule, what, address: `${type}.${name}`, resources: { [type]: { [name]: config } }, says };
}

/** All resources together; those of the later lists replace earlier ones of the same address. */
export function together(...all: readonly Resources[]): Resources {
  const types = new Set(all.flatMap((resources) => Object.keys(resources)));
  return Object.fromEntries(
    [...types].map((type) => [type, Object.assign({}, ...all.map((resources) => resources[type]))]),
  );
}
