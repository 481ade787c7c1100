import type { z } from "zod";
import type { Problem } from "../../problems/problem";
import { alternatives, didYouMean } from "../../problems/did-you-mean";
import { fieldPath } from "../../problems/field-path";
import { knownFieldsSeparator } from "./fields";
import { showGiven } from "./given";

type Issue = z.core.$ZodIssue;

/** Translates a zod issue into problems of this library; `input` is the value that was parsed, `where` its path. */
export function issueProblems(issue: Issue, input: unknown, where: string): readonly Problem[] {
  const given = valueAt(input, issue.path);
  const problem = (must: string, advice: string): Problem => ({
    where: fieldPath(where, issue.path),
    must,
    got: showGiven(given),
    advice,
  });
  switch (issue.code) {
    case "custom":
      return [problem(issue.message, String(issue.params?.["advice"] ?? ""))];
    case "invalid_type":
      return [problem(given === undefined ? "must be given" : mustBe(issue.expected), issue.message)];
    case "invalid_value":
      return [
        problem(`must be ${alternatives(issue.values.map(quoted))}`, chooseAdvice(given, issue.values)),
      ];
    case "unrecognized_keys":
      return unknownKeys(issue, given, where);
    default:
      return [problem("must have another form", issue.message)];
  }
}

/** The problem of a key that an object does not have. */
export function unknownKeyProblem(
  where: string,
  key: string,
  given: unknown,
  known: readonly string[],
): Problem {
  return { where, must: "must be a known field", got: showGiven(given), advice: didYouMean(key, known) };
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

function quoted(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

function chooseAdvice(given: unknown, values: readonly unknown[]): string {
  return typeof given === "string" ? didYouMean(given, values.map(String)) : "Choose one of them.";
}

function unknownKeys(
  issue: z.core.$ZodIssueUnrecognizedKeys,
  given: unknown,
  where: string,
): readonly Problem[] {
  const known = issue.message.split(knownFieldsSeparator);
  return issue.keys.map((key) =>
    unknownKeyProblem(fieldPath(where, [...issue.path, key]), key, valueAt(given, [key]), known),
  );
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
