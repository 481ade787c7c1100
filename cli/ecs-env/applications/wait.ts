import { wait as waitFor } from "../../../deploy/commands/wait";
import { endingOf, type Program } from "./program";
import { pollSecondsOf } from "./read-request";

/** `ecs-env wait`. */
export const wait: Program = async (input) => {
  const { command, requests, report, surroundings } = input;
  const { timeout } = command.values;
  const request = {
    ...requests[0],
    pollSeconds: pollSecondsOf(command.values),
    isDespiteAlarms: command.flags.has("despite-alarms"),
    ...(timeout !== undefined && { timeoutMinutes: Number(timeout) }),
  };
  return endingOf(input, await waitFor(request, report, surroundings));
};
