import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { formatStackLedger, type Ledger, readStackLedger } from "./ledger";

/** Folder of the ledger at the project's root. */
export const ledgerFolder = "addresses";

const extension = ".txt";

/**
 * Reads `<stack>.txt` of every stack; a folder that does not exist holds none.
 *
 * @throws ConfigError for lines that are neither an address nor an entry for one.
 */
export function readLedger(folder: string): Ledger {
  const read = filesOf(folder).map((file) => {
    const stack = file.slice(0, -extension.length);
    return readStackLedger(stack, readFileSync(join(folder, file), "utf8"));
  });
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ConfigError("addresses", problems);
  return new Map(read.map(({ stack, addresses, permits }) => [stack, { stack, addresses, permits }]));
}

/** Writes every stack's file, and takes away those of stacks that the ledger does not know. */
export function writeLedger(folder: string, ledger: Ledger): void {
  mkdirSync(folder, { recursive: true });
  for (const file of filesOf(folder))
    if (!ledger.has(file.slice(0, -extension.length))) rmSync(join(folder, file));
  for (const [stack, known] of ledger)
    writeFileSync(join(folder, `${stack}${extension}`), formatStackLedger(known));
}

function filesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort();
}
