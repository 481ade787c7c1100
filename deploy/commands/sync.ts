import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import type { Report } from "../progress/progress";
import { imageExists, imageFits, templateIsReadable } from "../preconditions/release-preconditions";
import { findImage } from "../release/find-image";
import { digestOfRevision } from "../release/release-definition";
import type { Aim } from "./aim";
import { deliver } from "./deliver";
import type { ServiceResult, SyncRequest } from "./delivery-request";

/** The image runs here already: no other environment has to prove it. */
const preconditions = [imageExists, templateIsReadable, imageFits];

/** Deploys the image that runs with the newest template: new variables, secrets and sizes arrive. */
export function sync(
  request: SyncRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  const aim: Aim = {
    preconditions,
    choose: async ({ target, aws, running }) => {
      const revision = await running();
      const digest = revision && digestOfRevision(target, revision);
      if (digest === undefined) {
        throw new PreconditionError(`${target.environment}/${target.service}`, [
          {
            where: "what the service runs",
            must: "must be a release of this command",
            got: revision?.taskDefinition.family ?? "nothing",
            advice: "Deploy an image first: the seed has no release to bring up to date.",
          },
        ]);
      }
      const image = await findImage(target, aws.registry(target.repositoryUrl), { digest }, imageIsGone);
      return { kind: "image", image, asked: digest };
    },
  };
  return deliver(request, aim, report, surroundings);
}

const imageIsGone = "It was deleted from the repository: deploy an image that is there.";
