import { createLogReader } from "../diagnosis/log-reader";
import { logPlaceOf, variableValues } from "../diagnosis/log-place";
import { logProgress } from "../diagnosis/tell-log";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import { gatherFacts, type Facts } from "../preconditions/facts";
import type { Report } from "../progress/progress";
import { locate } from "../target/locate";
import type { ServicesRequest } from "./delivery-request";
import { findService } from "./find-service";
import { refusalOf } from "./refusal-of";

export interface LogsRequest extends ServicesRequest {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Only so many of the newest lines; all without it. Does not count what `follows` adds. */
  readonly limit?: number;
  /** Beginning of a task's id. */
  readonly task?: string;
  /** Goes on until it is interrupted. */
  readonly follows: boolean;
  readonly pollSeconds: number;
}

/** Tells the lines of each service's log. @throws PreconditionError */
export async function logs(request: LogsRequest, report: Report, surroundings: Surroundings): Promise<void> {
  await Promise.all(
    request.services.map(async (service) => {
      const { environment, source, access } = request;
      try {
        const facts = gatherFacts(await locate({ environment, service }, source, access));
        await tellLog(facts, request, report, surroundings);
      } catch (error) {
        throw refusalOf(error, `${environment}/${service}`);
      }
    }),
  );
}

async function tellLog(
  facts: Facts,
  { since, limit, task, follows, pollSeconds }: LogsRequest,
  report: Report,
  { sleep, interrupted }: Surroundings,
): Promise<void> {
  await findService(facts);
  const { target, aws } = facts;
  const definition = (await facts.running())?.taskDefinition ?? {};
  const container = definition.containerDefinitions?.find(({ name }) => name === target.container);
  const place = logPlaceOf(container);
  if (place === undefined) throw noLog(facts, container?.logConfiguration?.logDriver);
  const readNew = createLogReader(aws.logs, place, { since, ...(task !== undefined && { task }) });
  const tellNew = async (most = Infinity) => {
    const lines = logProgress(target.service, await readNew(), variableValues(definition));
    for (const line of lines.slice(-most)) report(line);
  };
  await tellNew(limit);
  while (follows && !interrupted.aborted) {
    await sleep(pollSeconds * 1000);
    await tellNew();
  }
}

function noLog({ target }: Facts, driver: string | undefined): PreconditionError {
  return new PreconditionError(`${target.environment}/${target.service}`, [
    {
      where: `log of container ${target.container}`,
      must: "must be in CloudWatch Logs (driver awslogs)",
      got: driver ?? "no log driver",
      advice: "Read it where the container's log driver writes it.",
    },
  ]);
}
