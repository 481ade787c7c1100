import { join } from "node:path";
import { createReport } from "../../verify/findings/report";
import { jsonReport } from "../../verify/findings/json-report";
import { tableReport } from "../../verify/findings/table-report";
import { ledgerFolder, readLedger, writeLedger } from "../../verify/ledger/ledger-folder";
import { updateLedger } from "../../verify/ledger/update-ledger";
import { ledgerResults } from "./ledger-results";
import { type Command } from "./read-command";
import { styleOf } from "./terminal-style";
import { verifiedProject } from "./verified-project";
import { writeAnswer } from "./write-answer";

/** `ecs-env ledger`. @returns 1 when an address is gone that may not go. */
export async function ledger(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const { root, estate, settings, today } = await verifiedProject(command, env);
  const folder = join(root, ledgerFolder);
  if (command.flags.has("write")) {
    const stacks = estate.environments.flatMap((environment) => environment.stacks);
    writeLedger(folder, updateLedger(stacks, readLedger(folder)));
    const counted = stacks.length === 1 ? "1 stack" : `${stacks.length} stacks`;
    console.error(`${ledgerFolder}/ holds the addresses of ${counted}`);
  }
  const report = createReport(ledgerResults(folder, estate.environments, true), settings.waivers, { today });
  writeAnswer(
    command.flags.has("json") ? jsonReport(report) : tableReport(report, styleOf(command, env)),
    undefined,
  );
  return report.counts.errors > 0 ? 1 : 0;
}
