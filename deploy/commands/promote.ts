import type { Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import { ofTemplateAndImage } from "../preconditions/release-preconditions";
import { findImage } from "../release/find-image";
import type { Aim } from "./aim";
import { deliver } from "./deliver";
import type { PromoteRequest, ServiceResult } from "./delivery-request";

/** Deploys the image that another environment's tag names: the same digest, nothing is built again. */
export function promote(
  request: PromoteRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  const { from } = request;
  const aim: Aim = {
    preconditions: ofTemplateAndImage,
    choose: async ({ target, aws }) => {
      const advice = `Nothing was proved healthy in ${from} yet: deploy there first, or let \`ecs-env wait --env ${from}\` repair the record.`;
      const image = await findImage(target, aws.registry(target.repositoryUrl), { tag: from }, advice);
      return { kind: "image", image, asked: from };
    },
  };
  return deliver(request, aim, report, surroundings);
}
