import type { TaggedRevision } from "../ports/ecs-port";
import { PreconditionError } from "../precondition-error";
import { isProved, type Facts } from "../preconditions/facts";
import type { Choice, ChosenImage } from "../release/choice";
import { digestOfRevision, isReleaseOf, releaseDefinition } from "../release/release-definition";
import { readReleaseTags, writeReleaseTags, type ReleaseTags } from "../release/release-tags";
import type { DeliveryRequest } from "./delivery-request";
import { doubts } from "./doubts";
import type { PlannedRelease, ServicePlan } from "./service-plan";

/** A revision that nobody used after this time was left by a deploy that crashed; before, another deploy may be about to use it. */
const leftoverAfter = 10 * 60 * 1_000;

/** Decides what to do, when all preconditions hold. */
export async function planService(
  facts: Facts,
  choice: Choice,
  request: DeliveryRequest,
  now: number,
): Promise<ServicePlan> {
  const [before, running, spare, firing] = await Promise.all([
    facts.service(),
    facts.running(),
    facts.spare(),
    facts.firing(),
  ]);
  if (before === undefined) throw new Error("A plan needs a service.");
  const release =
    choice.kind === "image"
      ? await releaseOfImage(facts, choice, request, spare)
      : await releaseOfRevision(facts, choice.revision, choice);
  return {
    facts,
    at: now,
    before,
    running,
    image: choice.image,
    release,
    leftovers: spare.filter((revision) => isLeftover(facts, revision, release, now)).map(arnOf),
    toleratedAlarms: firing,
  };
}

async function releaseOfImage(
  facts: Facts,
  { image, asked }: ChosenImage,
  { origin, unproven }: DeliveryRequest,
  spare: readonly TaggedRevision[],
): Promise<PlannedRelease> {
  const { target } = facts;
  const [template, running] = await Promise.all([facts.template(), facts.running()]);
  if (template === undefined) throw new Error("A plan needs a template.");
  const templateArn = arnOf(template);
  const isSame = (revision: TaggedRevision) => isReleaseOf(target, revision, templateArn, image.digest);
  if (running !== undefined && isSame(running) && (await doubts(facts, running, image)).length === 0) {
    return { kind: "unchanged", revisionArn: arnOf(running) };
  }
  const tags = {
    template: templateArn,
    digest: image.digest,
    image: asked,
    ...origin,
    ...(unproven !== undefined && { unproven }),
  };
  const left = spare.find((revision) => isSame(revision) && !isProved(revision) && hasTags(revision, tags));
  if (left !== undefined) return { kind: "reuse", revisionArn: arnOf(left) };
  return { kind: "register", input: releaseDefinition(target, template, tags) };
}

async function releaseOfRevision(
  facts: Facts,
  revision: TaggedRevision,
  { image }: Choice,
): Promise<PlannedRelease> {
  const revisionArn = arnOf(revision);
  const running = await facts.running();
  if (running === undefined || arnOf(running) !== revisionArn) return { kind: "restore", revisionArn };
  const found = await doubts(facts, running, image);
  if (found.length === 0) return { kind: "unchanged", revisionArn };
  throw new PreconditionError(`${facts.target.environment}/${facts.target.service}`, [
    {
      where: `revision ${revisionArn.split("/").at(-1)}`,
      must: "must be another than the one that runs",
      got: `it runs already, but ${found.map(({ text }) => text).join("; ")}`,
      advice: "Deploy an image: `ecs-env deploy --image <digest>` starts new tasks.",
    },
  ]);
}

function isLeftover(
  { target }: Facts,
  revision: TaggedRevision,
  release: PlannedRelease,
  now: number,
): boolean {
  if (release.kind !== "register" && release.revisionArn === arnOf(revision)) return false;
  if (isProved(revision) || digestOfRevision(target, revision) === undefined) return false;
  if (readReleaseTags(revision.tags).digest === undefined) return false;
  return now - (revision.taskDefinition.registeredAt?.getTime() ?? now) > leftoverAfter;
}

/** Whether a revision says of itself exactly this: another commit or reason would be recorded wrongly. */
function hasTags(revision: TaggedRevision, tags: ReleaseTags): boolean {
  const wanted = readReleaseTags(writeReleaseTags(tags, []));
  const found = readReleaseTags(revision.tags);
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  const valueIn = new Map(Object.entries(found));
  return [...names].every((name) => new Map(Object.entries(wanted)).get(name) === valueIn.get(name));
}

function arnOf({ taskDefinition }: TaggedRevision): string {
  return taskDefinition.taskDefinitionArn ?? "";
}
