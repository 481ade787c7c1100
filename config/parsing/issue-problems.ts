import type { z } from "zod";
import type { Problem } from "../../problems/problem";
import { alternatives, didYouMean } from "./did-you-mean";
import { fieldPath } from "./field-path";
import { knownFieldsSeparator } from "./fields";
import { showGiven } from "./given";

type Issue = z.core.$ZodIssue;

/** A problem together with the keys that lead to it from the value that was parsed. */
export interface LocatedProblem {
  readonly keys: readonly PropertyKey[];
  readonly problem: Problem;
  /** The value is known and merely has a key too many: what else it holds can be relied on. */
  readonly isUnknownKey: boolean;
}

/** Translates a zod issue into problems of this library; `input` is the value that was parsed, `where` its path. */
export function issueProblems(issue: Issue, input: unknown, where: string): readonly LocatedProblem[] {
  const given = valueAt(input, issue.path);
  const located = (must: string, advice: string): LocatedProblem => ({
    keys: issue.path,
    problem: { where: fieldPath(where, issue.path), must, got: showGiven(given), advice },
    isUnknownKey: false,
  });
  switch (issue.code) {
    case "custom":
      return [located(issue.message, String(issue.params?.["advice"] ?? ""))];
    case "invalid_type":
      return [located(given === undefined ? "must be given" : mustBe(issue.expected), adviceOf(issue))];
    case "invalid_value": {
      const values = issue.values.map((value) => JSON.stringify(value) ?? String(value));
      const words = issue.values.map(String);
      return [located(`must be ${alternatives(values)}`, chooseAdvice(given, words))];
    }
    case "unrecognized_keys":
      return unknownKeys(issue, given, where);
    case "invalid_union":
      return unionProblems(issue, input, where) ?? [located("must have another form", adviceOf(issue))];
    default:
      return [located("must have another form", adviceOf(issue))];
  }
}

function adviceOf(issue: Issue): string {
  return issue.message === "" ? "See the field's documentation in config/environment-input.ts." : issue.message;
}

function chooseAdvice(given: unknown, words: readonly string[]): string {
  return typeof given === "string" ? didYouMean(given, words) : "Choose one of them.";
}

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

function mustBe(expected: string): string {
  return `must be ${kinds[expected] ?? expected}`;
}

function unknownKeys(
  issue: z.core.$ZodIssueUnrecognizedKeys,
  given: unknown,
  where: string,
): readonly LocatedProblem[] {
  const known = issue.message.split(knownFieldsSeparator);
  return issue.keys.map((key) => ({
    keys: [...issue.path, key],
    problem: unknownKeyProblem(fieldPath(where, [...issue.path, key]), key, valueAt(given, [key]), known),
    isUnknownKey: true,
  }));
}

/** The problem of a key that an object does not have. */
export function unknownKeyProblem(
  where: string,
  key: string,
  given: unknown,
  known: readonly string[],
): Problem {
  const advice = didYouMean(key, known);
  return { where, must: "must be a known field", got: showGiven(given), advice };
}

/** Problems of the alternative that the input comes nearest to; undefined when it is near none. */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  input: unknown,
  where: string,
): readonly LocatedProblem[] | undefined {
  const branch = issue.errors.find((issues) => issues.every((inner) => !isWrongFromTheStart(inner)));
  return branch?.flatMap((inner) =>
    issueProblems({ ...inner, path: [...issue.path, ...inner.path] }, input, where),
  );
}

function isWrongFromTheStart(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

/** Follows own keys only, so that `__proto__` and `constructor` lead nowhere. */
function valueAt(input: unknown, keys: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
