import { formatGiven, type Problem } from "../../problems/problem";
import { fieldPath } from "../../problems/field-path";
import type { ServiceDraft } from "../draft";
import { routePriority } from "../route-priority";
import { closestFreeBelow } from "../test-priorities";
import { forEachService, type EnvironmentCheck } from "./environment-check";

/** ECS sends test traffic by a rule, CodeDeploy by a listener. @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TargetGroupPairInfo.html */
export const testHeaderNeedsEcs = forEachService(({ deployment }, where): readonly Problem[] => {
  const { controller, testHeader } = deployment;
  if (controller !== "codedeploy" || testHeader === undefined || testHeader === "none") return [];
  const must =
    "must not be given with CodeDeploy, which tells test traffic apart by a listener of its own, not by a header";
  const advice = 'Remove it, or use the controller "ecs".';
  return [{ where: `${where}.deployment.testHeader`, must, got: formatGiven(testHeader), advice }];
});

/** The rule of the test header is asked before that of the route, and has a priority of its own. */
export const testHeaderHasPriority: EnvironmentCheck = ({ services }) => {
  const routes = [...(services ?? [])].flatMap(([name, service]) =>
    (service.routes ?? []).map((route, index) => ({
      where: fieldPath("services", [name, "routes", index, "priority"]),
      priority: route.priority ?? routePriority(route),
      isTested: hasTestHeader(service),
    })),
  );
  const taken = new Set(routes.map(({ priority }) => priority));
  return routes.flatMap(({ where, priority, isTested }): Problem[] => {
    if (!isTested) return [];
    const free = closestFreeBelow(priority, taken);
    taken.add(free);
    if (free >= 1) return [];
    const must = "must leave a lower one free for the rule of its testHeader, which is asked first";
    return [{ where, must, got: String(priority), advice: "Use a higher priority." }];
  });
};

function hasTestHeader({ deployment: { testHeader } }: ServiceDraft): boolean {
  return testHeader !== undefined && testHeader !== "none";
}
