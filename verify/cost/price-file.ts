import { closest, distance } from "fastest-levenshtein";
import { z } from "zod";
import { ConfigError } from "../../problems/config-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { billedFamilies, billedNames } from "./billed-item";

/** Prices that a user gives; the library knows none. */
export interface Prices {
  readonly currency: string;
  /** By key of what is billed by the hour: `nat-gateway`, `fargate-vcpu`, `database.db.t4g.micro`. */
  readonly perHour: Readonly<Record<string, number>>;
  /** By key of what is billed by size: `database-storage.gp3`. */
  readonly perGibMonth: Readonly<Record<string, number>>;
}

const storage: readonly string[] = ["database-storage", "volume-storage"];
const groups = {
  perHour: {
    names: Object.keys(billedNames),
    families: Object.keys(billedFamilies).filter((family) => !storage.includes(family)),
  },
  perGibMonth: { names: [], families: storage },
} as const;

const price = z.number().nonnegative();
const schema = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  perHour: z.record(z.string(), price).default({}),
  perGibMonth: z.record(z.string(), price).default({}),
});

/**
 * Reads the text of a price file.
 *
 * @param source name of the file, for messages
 * @throws ConfigError with everything that is wrong in it.
 */
export function readPrices(text: string, source: string): Prices {
  const json = parse(text, source);
  const { success, data, error } = schema.safeParse(json);
  const problems = [...(error?.issues.map((issue) => shapeProblem(issue, json)) ?? []), ...unknownKeys(json)];
  if (!success || problems.length > 0) throw new ConfigError(source, problems);
  return data;
}

function parse(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const advice = `Mend it: ${error instanceof Error ? error.message : String(error)}.`;
    throw new ConfigError(source, [{ where: "file", must: "must be JSON", got: formatGiven(text), advice }]);
  }
}

const expectations: readonly (readonly [string, must: string, advice: string])[] = [
  ["currency", "must be a currency's three letters", 'Write for example "currency": "USD".'],
  ["perHour", "must be a price, zero or more", 'Write for example "perHour": { "nat-gateway": 0.048 }.'],
  [
    "perGibMonth",
    "must be a price, zero or more",
    'Write for example "perGibMonth": { "database-storage.gp3": 0.115 }.',
  ],
];

function shapeProblem({ path }: z.core.$ZodIssue, json: unknown): Problem {
  const [, must, advice] = expectations.find(([name]) => name === path[0]) ?? [
    "",
    "must be an object",
    'Write { "currency": "USD", "perHour": {}, "perGibMonth": {} }.',
  ];
  const got = path.reduce<unknown>((value, step) => Reflect.get(Object(value), step), json);
  return { where: path.map(String).join(" › ") || "file", must, got: formatGiven(got), advice };
}

function unknownKeys(json: unknown): readonly Problem[] {
  const top = ["currency", "perHour", "perGibMonth"];
  const given = typeof json === "object" && json !== null ? json : {};
  return [
    ...Object.keys(given)
      .filter((name) => !top.includes(name))
      .map((name) => unknownKey("file", name, top)),
    ...(["perHour", "perGibMonth"] as const).flatMap((group) => {
      const { names, families } = groups[group];
      const isKnown = (key: string) =>
        names.some((name) => name === key) || families.some((family) => key.startsWith(`${family}.`));
      const keys = Object.keys(Object(Reflect.get(given, group)));
      return keys
        .filter((key) => !isKnown(key))
        .map((key) =>
          unknownKey(group, key, [...names, ...families.map((family) => `${family}.${kindOf(key)}`)]),
        );
    }),
  ];
}

function kindOf(key: string): string {
  return key.includes(".") ? key.slice(key.indexOf(".") + 1) : "<class>";
}

function unknownKey(where: string, key: string, known: readonly string[]): Problem {
  const likely = closest(key, [...known]);
  const isNear = distance(key, likely) <= Math.max(2, key.length / 3);
  const advice = isNear ? `Did you mean ${JSON.stringify(likely)}?` : `Use one of ${known.join(", ")}.`;
  return { where, must: "must have known keys only", got: formatGiven(key), advice };
}
