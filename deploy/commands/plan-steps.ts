import { healthyImageTag } from "../../contract/image-tags";
import { shortName } from "../rollout/short-name";
import type { PlannedRelease, ServicePlan } from "./service-plan";
import type { Step } from "./tell-steps";

/** The steps of a plan in their order: what `--dry-run` prints, and what is told while they are taken. */
export function planSteps(plan: ServicePlan): Readonly<Record<StepName, Step>> {
  const { facts, image, release } = plan;
  const { target } = facts;
  return {
    revision: revisionSteps[release.kind](plan),
    start: {
      step: target.controller === "ecs" ? "update-service" : "create-deployment",
      title:
        target.controller === "ecs" ? "give the service the release" : "let CodeDeploy deploy the release",
      detail: `${target.cluster}/${target.serviceName}, ${target.strategy}`,
    },
    watch: { step: "watch", title: "wait until it is proved healthy" },
    record: {
      step: "record",
      title: "record that it is healthy",
      detail: `image tags ${target.imageTag} and ${healthyImageTag(target.environment, image.digest)}`,
    },
  };
}

export type StepName = "revision" | "start" | "watch" | "record";

const revisionSteps: Readonly<Record<PlannedRelease["kind"], (plan: ServicePlan) => Step>> = {
  register: ({ facts: { target }, image }) => ({
    step: "register-revision",
    title: "register the release",
    detail: `template ${shortName(target.templateArn)} with ${image.digest}`,
  }),
  reuse: ({ release, image }) => ({
    step: "reuse-revision",
    title: "take the release that this deploy registered before",
    detail: `${nameOf(release)} with ${image.digest}`,
  }),
  restore: ({ release, image }) => ({
    step: "restore-revision",
    title: "take the release of before as it was, with its variables and sizes",
    detail: `${nameOf(release)} with ${image.digest}`,
  }),
  unchanged: ({ release, image }) => ({
    step: "unchanged",
    title: "it runs already",
    detail: `${nameOf(release)} with ${image.digest}`,
  }),
};

function nameOf(release: PlannedRelease): string {
  return release.kind === "register" ? "" : shortName(release.revisionArn);
}
