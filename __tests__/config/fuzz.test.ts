import { ConfigError } from "../../problems/config-error";
import type { Problem } from "../../problems/problem";
import { define, devInput, prodInput } from "./support/inputs";

/** A sample that takes a second; for a long run: `FUZZ_CASES=20000 npx jest fuzz`. */
const cases = Number(process.env["FUZZ_CASES"] ?? 120);

/** Numbers from 0 to 1, the same in every run. @see https://en.wikipedia.org/wiki/Xorshift */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const cycle: Record<string, unknown> = { kind: "frontend" };
cycle["self"] = cycle;

const hostile: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  NaN,
  Infinity,
  1.5,
  1e308,
  10n,
  Symbol("s"),
  "",
  " ",
  "a".repeat(1e5),
  "-".repeat(1e5),
  "a.".repeat(5e4),
  "\u0000\n\u202e${x}%{if}",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "10.0.0.0/16",
  "arn:aws:kms:eu-west-1:111111111111:key/1",
  {},
  [],
  [[[]]],
  [undefined],
  cycle,
  [cycle],
  JSON.parse('{ "__proto__": { "kind": "worker" }, "constructor": 1, "toString": { "kind": "backend" } }'),
  Object.create(null),
  () => "x",
  new Date(0),
  new Map([["a", 1]]),
  Array.from({ length: 1000 }, (_, index) => `x${index}`),
  Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x${index}`, { kind: "worker" }])),
];

const strangeKeys = ["__proto__", "constructor", "x".repeat(1e5), "", "a b", "Name", "toString", "${x}"];

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** A valid environment with one to three places changed. */
function mutated(random: () => number): unknown {
  const choose = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const input = random() < 0.5 ? devInput(structuredClone(full)) : prodInput(structuredClone(full));
  const places = placesIn(input);
  const count = 1 + Math.floor(random() * 3);
  for (let index = 0; index < count; index++) {
    const { holder, key } = choose(places);
    const value = choose(hostile);
    if (random() < 0.2)
      Object.defineProperty(holder, choose(strangeKeys), { value, enumerable: true, writable: true });
    else holder[key] = value;
  }
  return input;
}

/** Every optional part, so that mutations reach it. */
const full = {
  tags: { Team: "shop" },
  state: { bucket: "terraform-state", region: "eu-west-1" },
  domain: { zone: "example.com", name: "shop.example.com" },
  "network.zones": ["a", "b"],
  "network.nat": "single",
  "network.endpoints": ["sqs"],
  "loadBalancers.idleTimeoutSeconds": 60,
  "services.web.routes": [{ path: "/*", host: "shop.example.com", priority: 5 }],
  "services.api.outbound": [{ to: "internet", port: 443, reason: "Partner" }],
  "services.api.healthCheck": { path: "/health", intervalSeconds: 10 },
  "services.api.scaling": { minTasks: 2, maxTasks: 3, cpuPercent: 50 },
  "services.mailer.writableContainers": {},
  "services.mailer.deployment": { strategy: "rolling", alarms: { names: ["queue"] } },
  "services.web.deployment": {
    strategy: "canary",
    percent: 10,
    testHeader: { name: "x-release", value: "7f3c9a" },
    alarms: { errorPercent: 5, periodSeconds: 60 },
  },
  "services.api.deployment": { strategy: "linear", controller: "codedeploy", stepPercent: 10, hooks: [] },
  deployedBy: [
    { from: "gitlab", project: "shop/orders", tag: "v*" },
    { from: "github", repository: "acme/orders", branch: "main", ids: { owner: "1", repository: "2" } },
  ],
  vault: { address: "https://vault.example.com", mount: "kv" },
  promotedFrom: "sit",
};

function outcomeOf(input: unknown): "environment" | readonly Problem[] {
  try {
    return Object.isFrozen(define(input)) ? "environment" : [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function isComplete({ where, must, got, advice }: Problem): boolean {
  const parts = [where, must, got, advice];
  return parts.every((part) => part.trim() !== "" && part.length <= 400) && /^must|^is/.test(must);
}

describe("defineEnvironment with hostile input", () => {
  const random = seeded(20261121);
  const outcomes = Array.from({ length: cases }, () => outcomeOf(mutated(random)));

  test("gives an environment or problems, never another exception", () => {
    const strange = outcomes.filter((outcome) => outcome !== "environment" && outcome.length === 0);
    expect(strange).toEqual([]);
  });

  test("says all four parts of every problem", () => {
    const problems = outcomes.flatMap((outcome) => (outcome === "environment" ? [] : outcome));
    expect(problems.filter((problem) => !isComplete(problem))).toEqual([]);
  });

  test("refuses most mutations, and not all", () => {
    const accepted = outcomes.filter((outcome) => outcome === "environment").length;
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(0.6 * cases);
  });

  test("leaves the prototype of all objects alone", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect("kind" in {}).toBe(false);
  });
});
