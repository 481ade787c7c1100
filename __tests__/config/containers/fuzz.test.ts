import { isDeepStrictEqual } from "node:util";
import type { ContainersOfFile } from "../../../config/containers/read-containers";
import { everyField } from "./support/every-field";
import { TemporaryEnvironments } from "./support/temporary-environments";

const environments = new TemporaryEnvironments();
const valid = JSON.stringify(everyField);

/** A sample that takes a second; for a long run: `FUZZ_CASES=20000 npx jest fuzz`. */
const cases = Number(process.env["FUZZ_CASES"] ?? 120);

/** Random numbers from 0 to below a limit; the same seed gives the same ones. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const characters = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "\n",
  "\0",
  "\ufeff",
  "\ud83d",
  "é",
  "-",
  "1e999",
  "//",
  "'",
];

const values: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e21, "", " ", "orders", "proxy", "__proto__", "constructor", "toString"],
  ...[
    "${x}",
    "%{x}",
    "TfToken[",
    "\0",
    "\ud83d",
    "password=x",
    "AKIAIOSFODNN7EXAMPLE",
    "/tmp",
    "x".repeat(300),
  ],
  ...[[], {}, [[]], [null], { name: null }, { toString: 1 }, { length: -1 }, { path: ["__proto__"] }],
];

const keys = values.filter((value) => typeof value === "string");

/** Changes some characters of a text. */
function mutateText(text: string, random: (limit: number) => number): string {
  let mutated = text;
  for (let change = 0; change <= random(3); change += 1) {
    const start = random(mutated.length);
    const end = start + random(4);
    mutated =
      mutated.slice(0, start) + (characters[random(characters.length * 2)] ?? "") + mutated.slice(end);
  }
  return mutated;
}

/** Replaces some values and keys of a JSON value, wherever they are. */
function mutateValue(value: unknown, random: (limit: number) => number): unknown {
  if (random(60) === 0) return values[random(values.length)];
  if (Array.isArray(value)) return value.map((item) => mutateValue(item, random));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      random(80) === 0 ? (keys[random(keys.length)] ?? key) : key,
      mutateValue(item, random),
    ]),
  );
}

/** What is wrong with an outcome, whatever was read. */
function faultsOf({ containers, problems }: ContainersOfFile, text: string): string[] {
  if (problems.length === 0) {
    return isDeepStrictEqual(containers, JSON.parse(text)) ? [] : ["changed the containers"];
  }
  const place = isJson(text) ? placeInJson : placeInText;
  return [
    ...(containers.length > 0 ? ["returned containers in spite of problems"] : []),
    ...problems.flatMap(({ where, must, got, advice }) => [
      ...(place.test(where) ? [] : [`where: ${where}`]),
      ...(/^must /.test(must) ? [] : [`must: ${must}`]),
      ...(got.length > 0 && got.length < 2000 ? [] : [`got: ${got}`]),
      ...(/^[A-Z].*[.?]$/s.test(advice) ? [] : [`advice: ${advice}`]),
    ]),
  ];
}

const placeInText = /^environments\/dev\/orders\.json:\d+:\d+/;
const placeInJson = /^environments\/dev\/orders\.json:\d+:\d+ containers/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readMutations(mutate: (random: (limit: number) => number) => string) {
  const random = randomNumbers(20_261_121);
  const context = { cpu: 256, memoryMiB: 512, port: 8080, account: "111111111111" };
  // Written as UTF-8, halves of characters become U+FFFD.
  const texts = Array.from({ length: cases }, () => Buffer.from(mutate(random)).toString());
  const outcomes = texts.map((text) => ({ text, outcome: environments.read(text, context) }));
  return {
    faults: outcomes.flatMap(({ text, outcome }) => faultsOf(outcome, text)),
    accepted: outcomes.filter(({ outcome }) => outcome.problems.length === 0).length,
  };
}

describe("any file", () => {
  test("with changed characters is accepted as it is, or has problems of four parts", () => {
    const { faults, accepted } = readMutations((random) => mutateText(valid, random));
    expect(faults).toEqual([]);
    expect(accepted).toBeGreaterThan(cases / 50);
    expect(accepted).toBeLessThan(cases / 2);
  });

  test("with changed values is accepted as it is, or has problems of four parts", () => {
    const { faults, accepted } = readMutations((random) => JSON.stringify(mutateValue(everyField, random)));
    expect(faults).toEqual([]);
    expect(accepted).toBeGreaterThan(cases / 50);
    expect(accepted).toBeLessThan(cases / 2);
  });

  test.each(["[1,", "{", '{"a":1,', '"a" ', "é", "[{},", ",", "\\", "0"])(
    "of a megabyte of %j is refused in a moment",
    (piece) => {
      const start = performance.now();
      const { problems } = environments.read(piece.repeat(1_000_000 / Buffer.byteLength(piece)));
      expect(problems.length).toBeGreaterThan(0);
      expect(performance.now() - start).toBeLessThan(1500);
    },
  );
});
