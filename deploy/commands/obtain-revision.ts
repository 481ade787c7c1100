import type { RegisterTaskDefinitionCommandInput } from "@aws-sdk/client-ecs";
import { awsProblem } from "../aws/aws-problem";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import { revisionsInUse } from "../preconditions/facts";
import { registerRelease } from "../release/register-release";
import { isReleaseOf } from "../release/release-definition";
import type { ServicePlan } from "./service-plan";

/** How many of the newest revisions may be what a lost attempt registered. */
const newest = 3;

/**
 * The revision to run: registered, unless the plan found one.
 *
 * @throws PreconditionError when AWS does not register it
 */
export async function obtainRevision(plan: ServicePlan, surroundings: Surroundings): Promise<string> {
  const { facts, release, image, at } = plan;
  if (release.kind !== "register") return release.revisionArn;
  const { target, aws } = facts;
  const used = revisionsInUse(plan.before);
  const findRegistered = async () => {
    const arns = await aws.ecs.listTaskDefinitions(target.taskFamily, newest);
    const revisions = await Promise.all(arns.map((arn) => aws.ecs.describeTaskDefinition(arn)));
    return revisions
      .flatMap((revision) => revision ?? [])
      .find(
        (revision) =>
          !used.includes(revision.taskDefinition.taskDefinitionArn ?? "") &&
          isReleaseOf(target, revision, target.templateArn, image.digest) &&
          (revision.taskDefinition.registeredAt?.getTime() ?? 0) >= at - clockDifference,
      );
  };
  const registered = await registerRelease(release.input, aws.ecs, findRegistered, surroundings).catch(
    (error: unknown) => {
      const problem = awsProblem(error, "registration of the release");
      throw new PreconditionError(`${target.environment}/${target.service}`, [
        { ...problem, got: withoutValues(release.input, problem.got) },
      ]);
    },
  );
  const arn = registered.taskDefinition.taskDefinitionArn;
  if (arn === undefined) throw new Error("ECS answered RegisterTaskDefinition without an ARN.");
  return arn;
}

/** AWS may repeat in an error what it was given; values of variables are nobody's business. */
function withoutValues({ containerDefinitions }: RegisterTaskDefinitionCommandInput, text: string): string {
  const values = (containerDefinitions ?? [])
    .flatMap(({ environment = [] }) => environment.flatMap(({ value }) => value ?? []))
    .filter((value) => value.length >= shortestValue)
    .toSorted((a, b) => b.length - a.length);
  return values.reduce((shown, value) => shown.replaceAll(value, "…"), text);
}

/** Shorter values are parts of any text. */
const shortestValue = 4;

/** AWS's clock and the machine's may differ by this without the SDK's requests being refused. */
const clockDifference = 5 * 60 * 1_000;
