import { formatGiven, type Problem } from "../../problems/problem";
import { partsOf } from "./address";

/** What was known of one stack: the file `addresses/<stack>.txt`. */
export interface StackLedger {
  readonly stack: string;
  /** Addresses of its resources, sorted. */
  readonly addresses: readonly string[];
  /** Addresses that may go, each with a reason. */
  readonly permits: readonly Permit[];
}

/** A line `- aws_sqs_queue.old  # nobody sends to it since May (2026-05-31)`. */
export interface Permit {
  /** `*` stands for any part: `*.orders_service*` is all of a service. */
  readonly address: string;
  readonly reason: string;
  /** Day on which it was written, as `2026-05-31`. */
  readonly date: string;
}

/** The committed ledgers, by stack. */
export type Ledger = ReadonlyMap<string, StackLedger>;

const permit = /^-\s*(\S.*?)\s+#\s*(\S.*?)\s*\((\d{4}-\d{2}-\d{2})\)$/;

/** Reads the text of a ledger. Lines that cannot be read are left out and named in the problems. */
export function readStackLedger(stack: string, text: string): StackLedger & { problems: readonly Problem[] } {
  const addresses: string[] = [];
  const permits: Permit[] = [];
  const problems: Problem[] = [];
  for (const [index, written] of text.split("\n").entries()) {
    const line = written.trim();
    const given = line.startsWith("-") ? readPermit(line) : undefined;
    if (line === "") continue;
    if (given) permits.push(given);
    else if (partsOf(line)) addresses.push(line);
    else problems.push(unreadable(`${stack}.txt:${index + 1}`, line));
  }
  return { stack, addresses: sorted(addresses), permits, problems };
}

/** The text of a ledger: addresses first, then what may go. */
export function formatStackLedger({ addresses, permits }: StackLedger): string {
  const lines = permits.map((one) => `- ${one.address}  # ${one.reason} (${one.date})`);
  return [...sorted(addresses), ...sorted(lines)].map((line) => `${line}\n`).join("");
}

/** In the same order on every machine, each once. */
export function sorted(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].sort();
}

/** Whether an entry is about an address. */
export function isAbout({ address: pattern }: Permit, address: string): boolean {
  if (!pattern.includes("*")) return pattern === address;
  const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${pattern.split("*").map(literal).join(".*")}$`).test(address);
}

function readPermit(line: string): Permit | undefined {
  const [, name = "", reason = "", date = ""] = permit.exec(line) ?? [];
  const isKnown = partsOf(name.replaceAll("*", "x")) !== undefined || name === "*";
  return isKnown && isDay(date) ? { address: name, reason, date } : undefined;
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function unreadable(where: string, line: string): Problem {
  return {
    where,
    must: line.startsWith("-")
      ? "must be an address that may go, with a reason and a day"
      : "must be an address of a resource",
    got: formatGiven(line),
    advice: line.startsWith("-")
      ? "Write it as `- aws_sqs_queue.old  # why it may go (2026-05-31)`."
      : 'Let "ecs-env ledger --write" write the addresses.',
  };
}
