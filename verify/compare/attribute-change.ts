import { structuredPatch } from "diff";
import { type Difference } from "./differences";
import { isPlainMap, type Plain } from "./plain";
import { hidden, redact } from "./redact";
import { showValue, visible } from "./show-value";
import { statementLines, statementsWithPrincipals } from "./statement-lines";
import { formatSteps } from "./steps";

/** A place in a resource with its old and new value, as they may be shown: secrets are hidden. */
export interface AttributeChange {
  /** `setting[containerInsights].value`, `orders › environment › LOG_LEVEL`. */
  readonly path: string;
  /** Name of the resource's attribute that the place is in. */
  readonly attribute: string;
  /** Absent where it is new. */
  readonly before?: string;
  /** Absent where it is gone. */
  readonly after?: string;
  /** Of text with several lines, and of policy statements that come or go: what changed, instead of the values; each begins with `+`, `-` or a space. */
  readonly lines?: readonly string[];
  /** What people should know beside the values. */
  readonly note?: string;
  /** Set where `lifecycle.ignore_changes` leaves what exists as it is. */
  readonly isIgnored?: true;
  /** Set when it only names a revision that stands beside the old one. */
  readonly followsRevision?: true;
}

/** A difference as it may be shown. */
export function attributeChange({ steps, before, after }: Difference, type: string): AttributeChange {
  const first = steps.find((step) => step.kind === "field");
  const old = before === undefined ? undefined : redact(before, type, steps);
  const now = after === undefined ? undefined : redact(after, type, steps);
  const place = { path: visible(formatSteps(steps)), attribute: first?.kind === "field" ? first.name : "" };
  const statements = statementsThatComeOrGo(old, now);
  if (statements.length > 0) return { ...place, lines: statements };
  if (isLong(old) && isLong(now)) return { ...place, lines: changedLines(old, now) };
  const [shownOld, shownNow] = [shown(old, steps), shown(now, steps)];
  const isHidden = shownOld !== undefined && shownOld === shownNow;
  return {
    ...place,
    ...(shownOld !== undefined && { before: shownOld }),
    ...(shownNow !== undefined && { after: shownNow }),
    ...(isHidden && { note: shownOld === hidden.text ? "another value" : "differs in a sensitive part" }),
  };
}

/** Who is meant is the news of such statements: told line by line, nothing of it is cut. */
function statementsThatComeOrGo(before: Plain | undefined, after: Plain | undefined): readonly string[] {
  if ((before === undefined) === (after === undefined)) return [];
  const sign = before === undefined ? "+" : "-";
  return statementsWithPrincipals(before ?? after ?? null)
    .flatMap(statementLines)
    .map((line) => `${sign}${line}`);
}

/** What comes or goes under a name is shown without it, and a pair of name and value as its value: the path has the name. */
function shown(value: Plain | undefined, steps: Difference["steps"]): string | undefined {
  const last = steps.at(-1);
  if (value === undefined || last?.kind !== "key" || !isPlainMap(value))
    return value === undefined ? undefined : showValue(value);
  const name = Object.entries(value).find(([, item]) => item === last.key)?.[0];
  const rest = Object.entries(value).filter(([field, item]) => field !== name && item !== null);
  const [[field = "", only] = [], ...others] = rest;
  const isPair = only !== undefined && others.length === 0 && /^value(From)?$/i.test(field);
  return showValue(isPair ? only : Object.fromEntries(rest));
}

function isLong(value: Plain | undefined): value is string {
  return typeof value === "string" && value.includes("\n");
}

function changedLines(before: string, after: string): readonly string[] {
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: 1 });
  return hunks.flatMap(({ lines }) => lines.filter((line) => !line.startsWith("\\")).map(visible));
}
