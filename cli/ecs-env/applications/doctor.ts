import { doctor as examine } from "../../../deploy/commands/doctor";
import { endingOf, type Program } from "./program";

/** `ecs-env doctor`. */
export const doctor: Program = async (input) => {
  const { command, env, requests, report, surroundings } = input;
  const region = command.values["region"] ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "us-east-1";
  const address =
    env["AWS_ENDPOINT_URL_STS"] ?? env["AWS_ENDPOINT_URL"] ?? `https://sts.${region}.amazonaws.com`;
  const request = { ...requests[0], serverTime: () => timeOf(address), now: surroundings.now };
  return endingOf(input, await examine(request, report));
};

const patience = 5_000;

/** Every answer has the server's time, whatever else it says. */
async function timeOf(address: string): Promise<number | undefined> {
  try {
    const { headers } = await fetch(address, { method: "HEAD", signal: AbortSignal.timeout(patience) });
    const time = Date.parse(headers.get("date") ?? "");
    return Number.isNaN(time) ? undefined : time;
  } catch {
    // Whether AWS can be reached at all says the next examination, with advice.
    return undefined;
  }
}
