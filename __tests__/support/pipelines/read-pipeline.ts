/** What happens in a repository. */
export type Event = { readonly push: string } | { readonly tag: string } | { readonly mergeRequest: true };

/** A job as any CI would say it. */
export interface ReadJob {
  readonly name: string;
  /** Shell of the job, without what prepares the machine and shows tokens. */
  readonly commands: string;
  readonly environment?: string;
  /** What no two jobs may hold at once, whatever the CI calls it. */
  readonly lock?: string;
  readonly approval: boolean;
  /** Who tokens are for: `aws`, `vault`. */
  readonly tokens: readonly string[];
  readonly keeps: readonly string[];
  /** Variables of this job alone. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What a runner needs of a job: every shell in order, and the variables that the CI gives it. */
export interface RunnableJob {
  readonly name: string;
  readonly shells: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** A file of one CI, read without the code that wrote it. */
export interface ReadPipeline {
  /** Jobs that run by themselves, those side by side in one group. */
  jobsOn(event: Event): readonly (readonly ReadJob[])[];
  /** Jobs that only a person starts. */
  byHand(): readonly ReadJob[];
  /** Values that people may edit. */
  readonly settings: Readonly<Record<string, string>>;
  runnable(name: string): RunnableJob;
}

export type Yaml = Readonly<Record<string, unknown>>;

/** A mapping of a YAML file; empty when there is none. */
export function mapOf(value: unknown): Yaml {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).map(String);
}

export function textMapOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(mapOf(value)).map(([key, one]) => [key, String(one)]));
}

export function without(
  map: Readonly<Record<string, string>>,
  ...names: readonly string[]
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).filter(([name]) => !names.includes(name)));
}

/** The given text under a key, or no key at all. */
export function optional<Key extends string>(key: Key, value: unknown): Partial<Record<Key, string>> {
  const entries: Partial<Record<Key, string>> = {};
  if (value !== undefined) entries[key] = String(value);
  return entries;
}

/** `deploy-dev` and `apply-dev` are locks of `dev`. */
export function lockOf(name: unknown): Partial<Record<"lock", string>> {
  return optional("lock", name === undefined ? undefined : String(name).replace(/^(deploy|apply)-/, ""));
}

/** Jobs by what they need: those without needs first. */
export function inWaves<Job>(
  jobs: readonly Job[],
  nameOf: (job: Job) => string,
  needsOf: (job: Job) => readonly string[],
): readonly (readonly Job[])[] {
  const waves: Job[][] = [];
  const done = new Set<string>();
  let left = jobs;
  while (left.length > 0) {
    const ready = left.filter((job) => needsOf(job).every((name) => done.has(name)));
    if (ready.length === 0) throw new Error(`never runs: ${left.map(nameOf).join(", ")}`);
    waves.push([...ready]);
    ready.forEach((job) => done.add(nameOf(job)));
    left = left.filter((job) => !ready.includes(job));
  }
  return waves;
}

/** A glob of a branch or tag: `*` within a part of the name, `**` across. */
export function fitsGlob(glob: string, name: string): boolean {
  const pattern = glob
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"),
    )
    .join("");
  return new RegExp(`^${pattern}$`).test(name);
}
