import type { Service } from "@aws-sdk/client-ecs";
import { once } from "../aws/once";
import type { TaggedRevision } from "../ports/ecs-port";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import type { Facts } from "../preconditions/facts";
import { checkAll } from "../preconditions/precondition";
import { ofTemplateAndImage } from "../preconditions/release-preconditions";
import { servicePreconditions } from "../preconditions/service-preconditions";
import type { ChosenImage } from "../release/choice";
import { findImage } from "../release/find-image";
import { readImageReference } from "../release/image-reference";
import { digestOfRevision, isReleaseOf } from "../release/release-definition";
import { readReleaseTags } from "../release/release-tags";
import { findService } from "./find-service";
import { obtainRevision } from "./obtain-revision";
import { planService } from "./plan-service";
import type { RunRequest } from "./run";

/** What a one-off task runs with. */
export interface PreparedRun {
  readonly service: Service;
  readonly revision: TaggedRevision;
  readonly digest: string;
}

/**
 * Checks what must hold, and finds the revision for a one-off task: the present template with the wanted image. One that is registered
 * for it stays: the deploy that follows takes it.
 *
 * @throws PreconditionError
 */
export async function prepareRun(
  facts: Facts,
  request: RunRequest,
  surroundings: Surroundings,
): Promise<PreparedRun> {
  const { target, aws } = facts;
  const choose = once(() => chooseImage(facts, request.image));
  const ofService = servicePreconditions.filter(({ id }) => id === "account" || id === "service");
  // What runs has been proved, or was let through, when it was deployed.
  const ofImage = ofTemplateAndImage.filter(({ id }) => id !== "promotion" || request.image !== undefined);
  const findings = await checkAll([...ofService, ...ofImage], {
    ...{ facts, choose, isDespiteAlarms: true },
    ...(request.unproven !== undefined && { unproven: request.unproven }),
  });
  const problems = findings.flatMap((finding) => finding.problems);
  if (problems.length > 0) throw new PreconditionError(`${target.environment}/${target.service}`, problems);
  const [service, running, choice] = await Promise.all([findService(facts), facts.running(), choose()]);
  const { digest } = choice.image;
  if (running !== undefined && isReleaseOf(target, running, target.templateArn, digest)) {
    return { service, revision: running, digest };
  }
  const plan = await planService(facts, choice, request, surroundings.now());
  const revision = await aws.ecs.describeTaskDefinition(await obtainRevision(plan, surroundings));
  if (revision === undefined) throw new Error("ECS does not know the revision that it registered.");
  return { service, revision, digest };
}

async function chooseImage(facts: Facts, asked: string | undefined): Promise<ChosenImage> {
  const { target, aws } = facts;
  const selector =
    asked === undefined ? await runningImage(facts) : readImageReference(asked, target.repositoryUrl);
  if ("where" in selector) {
    throw new PreconditionError(`${target.environment}/${target.service}`, [selector]);
  }
  const advice = "Push it first, and check the tag: pipelines push by commit.";
  const image = await findImage(target, aws.registry(target.repositoryUrl), selector, advice);
  const running = await facts.running();
  const askedBefore = running && readReleaseTags(running.tags).image;
  return { kind: "image", image, asked: asked ?? askedBefore ?? image.digest };
}

async function runningImage(facts: Facts) {
  const running = await facts.running();
  const digest = running && digestOfRevision(facts.target, running);
  if (digest !== undefined) return { digest };
  return {
    where: "--image",
    must: "must be given while the service runs no release",
    got: "nothing",
    advice: "Name the image to run the command in.",
  };
}
