import type { Controller } from "../../contract/deployment";
import type { Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

type Bound = Readonly<Record<Controller, (percent: number) => boolean>>;

const isCodeDeployPercent = (percent: number) => Number.isInteger(percent) && percent <= 99;

/**
 * Percentages that the controllers take.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 */
const bounds: Readonly<Record<"percent" | "stepPercent", Bound>> = {
  percent: { ecs: (percent) => percent >= 0.1, codedeploy: isCodeDeployPercent },
  stepPercent: { ecs: (percent) => percent >= 3, codedeploy: isCodeDeployPercent },
};

const words: Readonly<Record<keyof typeof bounds, Readonly<Record<Controller, string>>>> = {
  percent: { ecs: "from 0.1 to 100", codedeploy: "a whole number from 1 to 99 with CodeDeploy" },
  stepPercent: { ecs: "from 3 to 100 with ECS", codedeploy: "a whole number from 1 to 99 with CodeDeploy" },
};

/** Each controller shifts so much of the traffic at once. */
export const deploymentPercent = forEachService(({ deployment }, where): readonly Problem[] =>
  (["percent", "stepPercent"] as const).flatMap((field): Problem[] => {
    const { controller, [field]: percent } = deployment;
    if (controller === undefined || percent === undefined || bounds[field][controller](percent)) return [];
    const must = `must be ${words[field][controller]}`;
    const advice = "Use for example 10.";
    return [{ where: `${where}.deployment.${field}`, must, got: String(percent), advice }];
  }),
);
