import { z } from "zod";
import { declarationSchema } from "../estate/read-declaration";

/** What `verify.json` may name. */
export interface KnownNames {
  /** Ids of rules, those of the plan guard and the ledger too. */
  readonly rules: readonly string[];
  /** Those that a project may take for advice; all when absent. */
  readonly advice?: readonly string[];
  /** Of all that was synthesized; absent where only a part was. */
  readonly environments?: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export const shortestReason = 10;

/** Last day that a waiver may name: what nobody looks at for longer than a year nobody remembers. */
export function latestDay(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}

/** The form of `verify.json`; what is said of what it refuses is in `field-phrases.ts`. */
export function settingsSchema({ rules, advice = rules, environments, today }: KnownNames) {
  const oneOf = (ids: readonly string[] | undefined) => z.string().refine((id) => ids?.includes(id) ?? true);
  const reason = z.string().refine((text) => text.trim().length >= shortestReason);
  const waiver = z.strictObject({
    rule: oneOf(rules),
    address: z.string().regex(addressPattern),
    reason,
    expires: z.iso.date().refine((day) => day <= latestDay(today)),
  });
  const environment = z.strictObject({
    production: z.boolean(),
    paths: declarationSchema.shape.paths.optional(),
  });
  return z.strictObject({
    waivers: z.array(waiver).default([]),
    environments: z.record(oneOf(environments), environment).default({}),
    warnings: z.record(oneOf(advice), reason).default({}),
  });
}

/** `*` stands for a whole stack or, in brackets, a whole key; never for a part of a word. */
const addressPattern = /^(?:\*|[\w-]+)(?:\/(?:[^*[\]]|\[(?:\*|\d+|"(?:[^"\\]|\\.)*")\])+)?$/;
