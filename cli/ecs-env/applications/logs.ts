import { logs as tellLogs } from "../../../deploy/commands/logs";
import { exitCodes } from "../../../deploy/exit-codes";
import { momentOf } from "../value-kinds";
import { type Program } from "./program";
import { pollSecondsOf } from "./read-request";

/** `ecs-env logs`. */
export const logs: Program = async ({ command, requests: [request], report, surroundings }) => {
  const { since = "10m", limit, task } = command.values;
  const wanted = {
    ...request,
    since: momentOf(since, surroundings.now()),
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(task !== undefined && { task }),
    follows: command.flags.has("follow"),
    pollSeconds: pollSecondsOf(command.values),
  };
  await tellLogs(wanted, report, surroundings);
  return {
    exitCode: exitCodes.done,
    json: [{ kind: "end", command: command.name, exitCode: exitCodes.done, services: request.services }],
  };
};
