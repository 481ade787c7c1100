import type { Problem } from "../../problems/problem";
import type { TaggedRevision } from "../ports/ecs-port";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import type { Report } from "../progress/progress";
import type { Facts } from "../preconditions/facts";
import { releaseExists } from "../preconditions/release-preconditions";
import { findHealthyRelease } from "../release/find-healthy-release";
import { findImage } from "../release/find-image";
import { digestOfRevision } from "../release/release-definition";
import { readReleaseTags } from "../release/release-tags";
import type { Aim } from "./aim";
import { deliver } from "./deliver";
import type { RollbackRequest, ServiceResult } from "./delivery-request";
import { stopUnderWay } from "./stop-under-way";

/**
 * Goes back: a deployment that is under way is stopped; otherwise, or when a release is named, to a release that was proved healthy in this
 * environment, as it was: image, variables, sizes. The template of today has no part in it, since it may be what is wrong.
 */
export async function rollback(
  request: RollbackRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  const isForStopping = request.to === undefined && request.isAwaited && !request.waitsForOther;
  const stopped = await Promise.all(
    isForStopping
      ? request.services.map((service) => stopUnderWay(service, request, report, surroundings))
      : [],
  );
  const services = request.services.filter((_, index) => stopped[index] === undefined);
  const restored = services.length > 0 ? await restore({ ...request, services }, report, surroundings) : [];
  return request.services.flatMap(
    (service, index) => stopped[index] ?? restored.find((result) => result.service === service) ?? [],
  );
}

function restore(
  request: RollbackRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  const aim: Aim = {
    preconditions: [releaseExists],
    choose: async (facts) => {
      const { target, aws } = facts;
      const revision = await findRelease(facts, request);
      const digest = digestOfRevision(target, revision);
      if (digest === undefined) throw new Error("A release without a digest was found.");
      const image = await findImage(target, aws.registry(target.repositoryUrl), { digest }, imageIsGone);
      return { kind: "revision", revision, image };
    },
  };
  return deliver(request, aim, report, surroundings);
}

const imageIsGone =
  "The registry's lifecycle rules deleted it: build that commit again, or go back to another release by --release.";

async function findRelease(facts: Facts, { to }: RollbackRequest): Promise<TaggedRevision> {
  const { target, aws } = facts;
  if (to !== undefined && !to.startsWith("sha256:")) return findRevision(facts, to);
  const running = await facts.running();
  const current = running && digestOfRevision(target, running);
  const found = await findHealthyRelease(target, aws.ecs, (digest) =>
    to === undefined ? digest !== current : digest === to,
  );
  if (found !== undefined) return found;
  throw refuse(facts, {
    where: to === undefined ? "releases of before" : `--release ${to}`,
    must: `must be an active revision of ${target.taskFamily} that was proved healthy in ${target.environment}`,
    got: "none",
    advice: "Deploy the image instead: `ecs-env deploy --image <digest>`; `ecs-env history` lists what ran.",
  });
}

/** @param to ARN, `family:revision` or number */
async function findRevision(facts: Facts, to: string): Promise<TaggedRevision> {
  const { target, aws } = facts;
  const name = /^\d+$/.test(to) ? `${target.taskFamily}:${to}` : to;
  const where = `--release ${to}`;
  const revision = await aws.ecs.describeTaskDefinition(name);
  const { family, status } = revision?.taskDefinition ?? {};
  if (
    revision === undefined ||
    family !== target.taskFamily ||
    digestOfRevision(target, revision) === undefined
  ) {
    const must = `must be a release of ${target.taskFamily}`;
    const got = revision === undefined ? "nothing" : `${family}:${revision.taskDefinition.revision}`;
    throw refuse(facts, { where, must, got, advice: "`ecs-env history` lists the releases." });
  }
  if (status !== "ACTIVE") {
    const advice = "AWS runs no revision that was deregistered: `ecs-env deploy --image <digest>`.";
    throw refuse(facts, { where, must: "must be active", got: status ?? "nothing", advice });
  }
  if (readReleaseTags(revision.tags).healthy !== undefined) return revision;
  const must = `must have been proved healthy in ${target.environment}`;
  const advice = "Choose another (`ecs-env history`), or deploy its image.";
  throw refuse(facts, { where, must, got: "no record of it", advice });
}

function refuse({ target }: Facts, problem: Problem): PreconditionError {
  return new PreconditionError(`${target.environment}/${target.service}`, [problem]);
}
