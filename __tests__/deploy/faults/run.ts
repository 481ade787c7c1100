import { faultTrials, tryFault, type FaultTrial } from "./try-fault";
import { killTrials, tryKill, type KillTrial } from "./try-kill";

/** `npm run deploy-faults [-- <words>]`: every fault and every kill of a deploy, or those whose names have all the words. */
async function main(words: readonly string[]): Promise<number> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const all = [
    ...faultTrials.map((trial) => ({ name: faultName(trial), attempt: () => tryFault(trial) })),
    ...killTrials.map((trial) => ({ name: killName(trial), attempt: () => tryKill(trial) })),
  ].filter(({ name }) => words.every((word) => name.split(" ").includes(word)));
  let bad = 0;
  for (const { name, attempt } of all) {
    const complaints = await attempt();
    if (complaints.length > 0) bad += 1;
    process.stdout.write([name, ...complaints.map((one) => `    ${one}`), ""].join("\n"));
  }
  process.stdout.write(`${all.length} trials, ${bad} with complaints.\n`);
  return bad === 0 ? 0 : 1;
}

function faultName({ kind, operation, error, times, after }: FaultTrial): string {
  return `fault ${kind} ${operation} ${error} times ${times} after ${after}`;
}

function killName({ kind, call, tookEffect, isLater }: KillTrial): string {
  return `kill ${kind} ${tookEffect ? "after" : "before"} call ${call}${isLater ? " later" : ""}`;
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
