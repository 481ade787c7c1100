import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import type { Report } from "../progress/progress";
import { ofTemplateAndImage } from "../preconditions/release-preconditions";
import { findImage } from "../release/find-image";
import { readImageReference } from "../release/image-reference";
import type { Aim } from "./aim";
import { deliver } from "./deliver";
import type { DeployRequest, ServiceResult } from "./delivery-request";

const pushFirst = "Push it first, and check the tag: pipelines push by commit.";

/** Brings an image into services of one environment, and says what became of it. */
export function deploy(
  request: DeployRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  const { image: asked } = request;
  const aim: Aim = {
    preconditions: ofTemplateAndImage,
    choose: async ({ target, aws }) => {
      const selector = readImageReference(asked, target.repositoryUrl);
      if ("where" in selector) {
        throw new PreconditionError(`${target.environment}/${target.service}`, [selector]);
      }
      const image = await findImage(target, aws.registry(target.repositoryUrl), selector, pushFirst);
      return { kind: "image", image, asked };
    },
  };
  return deliver(request, aim, report, surroundings);
}
