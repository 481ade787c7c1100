import { type ApplicationCommandName } from "./application-forms";
import { endingOf, type Program } from "./program";
import { deliveryOf } from "./read-request";

/** The program of each command; each loads what it needs when it runs. */
export const programs: Readonly<Record<Exclude<ApplicationCommandName, "init">, Program>> = {
  deploy: async (input) => {
    const { deploy } = await import("../../../deploy/commands/deploy");
    const { command, env, requests, report, surroundings } = input;
    const request = { ...deliveryOf(requests[0], command, env), image: command.values["image"] ?? "" };
    return endingOf(input, await deploy(request, report, surroundings));
  },
  rollback: async (input) => {
    const { rollback } = await import("../../../deploy/commands/rollback");
    const { command, env, requests, report, surroundings } = input;
    const { release } = command.values;
    const request = {
      ...deliveryOf(requests[0], command, env),
      ...(release !== undefined && { to: release }),
    };
    return endingOf(input, await rollback(request, report, surroundings));
  },
  promote: async (input) => {
    const { promote } = await import("../../../deploy/commands/promote");
    const { command, env, requests, report, surroundings } = input;
    const request = { ...deliveryOf(requests[0], command, env), from: command.values["from"] ?? "" };
    return endingOf(input, await promote(request, report, surroundings));
  },
  sync: async (input) => {
    const { sync } = await import("../../../deploy/commands/sync");
    const { command, env, requests, report, surroundings } = input;
    return endingOf(input, await sync(deliveryOf(requests[0], command, env), report, surroundings));
  },
  wait: async (input) => (await import("./wait")).wait(input),
  run: async (input) => (await import("./run")).run(input),
  status: async (input) => (await import("./status")).status(input),
  history: async (input) => (await import("./history")).history(input),
  logs: async (input) => (await import("./logs")).logs(input),
  doctor: async (input) => (await import("./doctor")).doctor(input),
};
