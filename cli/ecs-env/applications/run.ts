import { randomUUID } from "node:crypto";
import { run as runCommand } from "../../../deploy/commands/run";
import { endingOf, type Program } from "./program";
import { deliveryOf } from "./read-request";

/** `ecs-env run`. */
export const run: Program = async (input) => {
  const { command, env, requests, report, surroundings } = input;
  const { image } = command.values;
  const request = {
    ...deliveryOf(requests[0], command, env),
    service: requests[0].services[0] ?? "",
    ...(image !== undefined && { image }),
    command: command.rest,
    id: randomUUID(),
  };
  return endingOf(input, [await runCommand(request, report, surroundings)]);
};
