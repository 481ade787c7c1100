import type { z } from "zod";
import type { Problem } from "../../problems/problem";
import { nearest } from "../../problems/did-you-mean";
import { fieldPath } from "../../problems/field-path";
import { showGiven } from "./given";
import { issueProblems, unknownKeyProblem } from "./issue-problems";

/** Takes each problem as it is found. */
export type Report = (problem: Problem) => void;

type Shape = Readonly<Record<string, z.ZodType>>;

/** Fields of the shape that this object must not have, and what to tell who gives one. */
export interface ExcludedFields {
  readonly fields: readonly string[];
  readonly must: string;
  readonly advice: string;
}

/** What is special about an object's fields. */
export interface FieldRules<Required extends string> {
  /** Those that must be given; all others may be left out. */
  readonly required?: readonly Required[];
  readonly excluded?: ExcludedFields | undefined;
}

/**
 * Reads the fields of one object, each on its own: a refused field does not hide what is wrong with the others.
 *
 * A refused field is reported once and reads as `undefined`. Whoever goes on with such a value must treat it as
 * unknown; the types see to that.
 */
export class FieldReader<S extends Shape, Required extends keyof S & string = never> {
  private readonly entries: ReadonlyMap<string, unknown> | undefined;

  constructor(
    private readonly shape: S,
    input: unknown,
    private readonly where: string,
    private readonly report: Report,
    private readonly rules: FieldRules<Required> = {},
  ) {
    this.entries = readEntries(input, where, () => this.adviseObject(), report);
    this.reportStrangeFields();
  }

  /** Whether there are fields at all; when not, that was reported and says enough. */
  get isObject(): boolean {
    return this.entries !== undefined;
  }

  /** Whether a field is missing because its name is misspelt; that was reported and says enough. */
  isMisspelt(key: string): boolean {
    if (this.entries?.get(key) !== undefined) return false;
    const strange = [...(this.entries?.keys() ?? [])].filter((given) => !Object.hasOwn(this.shape, given));
    return strange.some((given) => nearest(given, this.known()) === key);
  }

  /** A field that must be given; undefined when it was refused. */
  required<K extends Required>(key: K): z.output<S[K]> | undefined {
    return this.entries && !this.isMisspelt(key) ? this.parse(key) : undefined;
  }

  /** A field that may be left out; undefined when it was refused. */
  or<K extends keyof S & string, D>(key: K, fallback: D): z.output<S[K]> | D | undefined {
    if (!this.entries) return undefined;
    return this.entries.get(key) === undefined ? fallback : this.parse(key);
  }

  /** The value as it was given, or the fallback where none was, for parts with a reader of their own. */
  raw(key: keyof S & string, fallback?: unknown): unknown {
    const value = this.entries?.get(key);
    return value === undefined ? fallback : value;
  }

  private parse<K extends keyof S & string>(key: K): z.output<S[K]> | undefined {
    const input = this.entries?.get(key);
    const result = this.shape[key]?.safeParse(input, { error: () => "" });
    if (result?.success) return result.data as z.output<S[K]>;
    for (const issue of result?.error.issues ?? []) {
      issueProblems(issue, input, fieldPath(this.where, [key])).forEach(this.report);
    }
    return undefined;
  }

  private known(): readonly string[] {
    const { excluded } = this.rules;
    return Object.keys(this.shape).filter((key) => !excluded?.fields.includes(key));
  }

  private adviseObject(): string {
    const required: readonly string[] = this.rules.required ?? [];
    const optional = this.known().filter((key) => !required.includes(key));
    if (required.length === 0) return `Write an object; its fields are all optional: ${optional.join(", ")}.`;
    const noun = required.length === 1 ? "field" : "fields";
    const rest = optional.length === 0 ? "" : `; optional: ${optional.join(", ")}`;
    return `Write an object with the ${noun} ${required.join(", ")}${rest}.`;
  }

  private reportStrangeFields(): void {
    const { fields: excluded = [], must = "", advice = "" } = this.rules.excluded ?? {};
    for (const [key, value] of this.entries ?? []) {
      const where = fieldPath(this.where, [key]);
      if (excluded.includes(key)) this.report({ where, must, got: showGiven(value), advice });
      else if (!Object.hasOwn(this.shape, key)) {
        this.report(unknownKeyProblem(where, key, value, this.known()));
      }
    }
  }
}

/** The entries of a plain object; undefined, and reported, when it is none. */
export function readEntries(
  input: unknown,
  where: string,
  advice: () => string,
  report: Report,
): ReadonlyMap<string, unknown> | undefined {
  if (typeof input === "object" && input !== null && !Array.isArray(input)) {
    return new Map(Object.entries(input));
  }
  const must = input === undefined ? "must be given" : "must be an object";
  report({ where: where === "" ? "(input)" : where, must, got: showGiven(input), advice: advice() });
  return undefined;
}
