import { type z } from "zod";
import { nodeAt, parseJsonDocument, type JsonNode } from "../../json-files/json-document";
import { type JsonPath } from "../../json-files/json-path";
import { createLineTable, type TextPlace } from "../../json-files/line-table";
import { showText } from "../../json-files/show-text";
import { type TextProblem } from "../../json-files/text-problem";
import { ConfigError } from "../../problems/config-error";
import { didYouMean } from "../../problems/did-you-mean";
import { fieldPath } from "../../problems/field-path";
import { formatGiven } from "../../problems/problem";
import { type EnvironmentSettings } from "../estate/read-estate";
import { fieldPhrases, namePhrases, type FieldPhrase } from "./field-phrases";
import { settingsSchema, type KnownNames } from "./settings-schema";
import { verifyFile } from "./verify-file";
import { type Waiver } from "./waiver";

/** What `verify.json` says; of a project without one, `noSettings`. */
export interface VerifySettings {
  readonly waivers: readonly Waiver[];
  readonly environments: Readonly<Record<string, EnvironmentSettings>>;
  /** Reasons why rules are advice in this project, by their ids. */
  readonly warnings: Readonly<Record<string, string>>;
}

export const noSettings: VerifySettings = { waivers: [], environments: {}, warnings: {} };

/**
 * Reads the text of `verify.json`.
 *
 * @throws ConfigError with all its problems, each with its line.
 */
export function readSettings(text: string, known: KnownNames): VerifySettings {
  const placeOf = createLineTable(text);
  const document = parseJsonDocument(text);
  if ("problems" in document) throw failed(document.problems, placeOf);
  const { root } = document;
  const parsed = settingsSchema(known).safeParse(root.value);
  const shape = (parsed.error?.issues ?? []).flatMap((issue) => describeIssue(issue, root, known));
  const problems = [...shape, ...repeatedWaivers(root)];
  if (problems.length > 0 || !parsed.data) throw failed(problems, placeOf);
  const { waivers, environments, warnings } = parsed.data;
  return {
    waivers: waivers.map((waiver, index) => ({
      ...waiver,
      line: placeOf(nodeAt(root, ["waivers", index])?.offset ?? 0).line,
    })),
    environments: Object.fromEntries(
      Object.entries(environments).map(([name, { production, paths }]) => [
        name,
        { production, ...(paths && { declaration: { version: 1, production, paths } }) },
      ]),
    ),
    warnings,
  };
}

function failed(problems: readonly TextProblem[], placeOf: (offset: number) => TextPlace): ConfigError {
  const sorted = problems.toSorted((a, b) => a.offset - b.offset);
  return new ConfigError(
    verifyFile,
    sorted.map(({ offset, path, must, got, advice }) => {
      const { line, column } = placeOf(offset);
      const field = path && path.length > 0 ? ` ${fieldPath("", path)}` : "";
      return { where: `${verifyFile}:${line}:${column}${field}`, must, got, advice };
    }),
  );
}

function describeIssue(issue: z.core.$ZodIssue, root: JsonNode, known: KnownNames): TextProblem[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  const phrases = fieldPhrases(known);
  if (issue.code === "unrecognized_keys") {
    const fields = fieldsBelow(patternOf(path), phrases);
    return issue.keys.map((key) => {
      const phrase = { must: "must be a known field", advice: didYouMean(key, fields) };
      return atKey([...path, key], phrase, root);
    });
  }
  const names = namePhrases(known);
  if (issue.code === "invalid_key") {
    const name = String(path.at(-1));
    const phrase = names[patternOf(path.slice(0, -1))]?.(name);
    return phrase ? [atKey(path, phrase, root)] : [];
  }
  const pattern = patternOf(path);
  const phrase = phrases[pattern] ?? { must: "must be valid", advice: "Compare it with the documentation." };
  const node = nodeAt(root, path);
  if (!node) return [missing(path, phrase, root)];
  const given = node.value;
  const { must, advice } = (typeof given === "string" && names[pattern]?.(given)) || phrase;
  const got = typeof given === "string" ? showText(given) : formatGiven(given);
  return [{ offset: node.offset, path, must, got, advice }];
}

function missing(path: JsonPath, { must, advice }: FieldPhrase, root: JsonNode): TextProblem {
  const parent = path.slice(0, -1);
  return {
    offset: nodeAt(root, parent)?.offset ?? 0,
    path: parent,
    must: `must have the field "${path.at(-1)}", which ${must}`,
    got: "nothing",
    advice,
  };
}

function atKey(path: JsonPath, phrase: FieldPhrase, root: JsonNode): TextProblem {
  const key = String(path.at(-1));
  const offset = nodeAt(root, path.slice(0, -1))?.fields.get(key)?.keyOffset ?? 0;
  return { offset, path, ...phrase, got: showText(key) };
}

/** Two waivers of one finding would each be for something; which of them ends first nobody would see. */
function repeatedWaivers(root: JsonNode): TextProblem[] {
  const seen = new Set<string>();
  return (nodeAt(root, ["waivers"])?.items ?? []).flatMap(({ fields, offset, path }) => {
    const [rule, address] = ["rule", "address"].map((key) => fields.get(key)?.node.value);
    const key = JSON.stringify([rule, address]);
    if (rule === undefined || address === undefined || !seen.has(key)) {
      seen.add(key);
      return [];
    }
    const must = "must be the only waiver of its rule and address";
    return [{ offset, path, must, got: "another one above", advice: "Remove one of the two." }];
  });
}

/** `waivers[].rule` of `["waivers", 0, "rule"]`. */
function patternOf(path: JsonPath): string {
  return path.reduce<string>((text, part, index) => {
    if (typeof part === "number") return `${text}[]`;
    const isChosen = index === 1 && (path[0] === "environments" || path[0] === "warnings");
    return `${text}${text === "" ? "" : "."}${isChosen ? "*" : part}`;
  }, "");
}

function fieldsBelow(pattern: string, phrases: Readonly<Record<string, FieldPhrase>>): string[] {
  const prefix = pattern === "" ? "" : `${pattern}.`;
  return Object.keys(phrases)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((rest) => /^\w+$/.test(rest));
}
