import { isPlain } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { attributeOf, isTrue } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";
import { isDeployedByEcs } from "./services";

const settings = ["deployment_circuit_breaker.enable", "deployment_circuit_breaker.rollback"];

/** Only about deployments by ECS itself: CodeDeploy rolls back by its own settings. */
export const deploymentsRollBack: Rule = {
  id: "deployments-roll-back",
  title: "Failed deployments roll back by themselves",
  severity: "error",
  controls: [],
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html",
  why: "Without the circuit breaker ECS starts failing tasks again and again, and nobody is told.",
  fix: "Add `deployment_circuit_breaker { enable = true, rollback = true }`.",
  check: (environment) =>
    environment
      .all("aws_ecs_service")
      .filter(isDeployedByEcs)
      .map((resource): Verdict => {
        const wrong = settings
          .map((attribute) => ({ attribute, value: attributeOf(resource.values, attribute) }))
          .find(({ value }) => !(isPlain(value) && isTrue(value)));
        if (wrong === undefined) return { resource };
        const { attribute, value } = wrong;
        return { resource, problem: { attribute, must: "must be true", got: showValue(value) } };
      }),
};
