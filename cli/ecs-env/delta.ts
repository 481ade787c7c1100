import { compareEnvironments } from "../../verify/delta/compare-environments";
import { deltaJson, formatDelta, isRefused } from "../../verify/delta/format-delta";
import { type Command } from "./read-command";
import { checkNames, environmentNamed, verifiedProject } from "./verified-project";
import { writeAnswer } from "./write-answer";

/** `ecs-env delta`. @returns 1 when the environments differ in what must be the same. */
export async function delta(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const [first = "", second = ""] = command.arguments;
  const { estate } = await verifiedProject(command, env);
  checkNames(estate, [first, second]);
  const found = compareEnvironments(environmentNamed(estate, first), environmentNamed(estate, second));
  writeAnswer(command.flags.has("json") ? deltaJson(found) : formatDelta(found), undefined);
  return isRefused(found) ? 1 : 0;
}
