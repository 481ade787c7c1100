import { ConfigError } from "../../problems/config-error";
import { formatGiven } from "../../problems/problem";
import { type EnvironmentFiles } from "../../verify/estate/estate";
import { type Answer, explain } from "../../verify/network/explain";
import { answerJson, formatAnswer } from "../../verify/network/format-answer";
import { readNetwork } from "../../verify/network/read-network";
import { type Command } from "./read-command";
import { environmentNamed, verifiedProject } from "./verified-project";
import { writeAnswer } from "./write-answer";

/** `ecs-env reach`. @returns 0 when there is a path in any of the environments, 2 when there is none. */
export async function reach(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const { arguments: ends, flags, values } = command;
  const [from = "", to = ""] = ends;
  const port = readPort(values["port"]);
  const name = values["environment"];
  const { estate } = await verifiedProject(command, env, name);
  const environments =
    name === undefined ? estate.environments : [environmentNamed(estate, name, "--environment")];
  const answers = answersIn(environments, (environment) => explain(readNetwork(environment), from, to, port));
  writeAnswer(
    flags.has("json")
      ? JSON.stringify({ version: 1, answers: answers.map(answerJson) }, null, 2)
      : answers.map(formatAnswer).join("\n\n"),
    undefined,
  );
  return answers.some(({ paths }) => paths.length > 0) ? 0 : 2;
}

/** Not every environment has every service: those without one of the ends are left out, unless none has both. */
function answersIn(
  environments: readonly EnvironmentFiles[],
  ask: (environment: EnvironmentFiles) => Answer,
): readonly Answer[] {
  const refusals: ConfigError[] = [];
  const answers = environments.flatMap((environment) => {
    try {
      return [ask(environment)];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      refusals.push(error);
      return [];
    }
  });
  const [refusal] = refusals;
  if (answers.length === 0 && refusal) throw refusal;
  return answers;
}

function readPort(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  const advice = "Write one port, for example 443.";
  throw new ConfigError("ecs-env", [
    { where: "--port", must: "must be from 1 to 65535", got: formatGiven(given), advice },
  ]);
}
