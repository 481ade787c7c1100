import { formatGiven, type Problem } from "../../problems/problem";
import type { ServiceDraft } from "../draft";
import { nearest } from "../../problems/did-you-mean";
import { fieldPath } from "../../problems/field-path";
import type { EnvironmentCheck } from "./environment-check";

type Services = ReadonlyMap<string, ServiceDraft>;

/** Services call backends: nothing else listens inside. */
export const calls: EnvironmentCheck = ({ services }) =>
  [...(services ?? [])].flatMap(([caller, service]) =>
    (service.calls ?? []).flatMap((callee, index): Problem[] => {
      const fault = findFault(caller, callee, services ?? new Map());
      if (!fault) return [];
      return [{ where: fieldPath("services", [caller, "calls", index]), got: formatGiven(callee), ...fault }];
    }),
  );

function findFault(
  caller: string,
  callee: string,
  services: Services,
): Pick<Problem, "must" | "advice"> | undefined {
  if (callee === caller) return { must: "must be another service", advice: "Remove it." };
  const called = services.get(callee);
  if (!called)
    return { must: "must be a service of this environment", advice: adviseBackends(callee, services) };
  if (called.kind === undefined || called.kind === "backend") return undefined;
  const reason =
    called.kind === "frontend" ? "is reached through the public load balancer" : "is reachable by nobody";
  const must = `must be a backend; a ${called.kind} ${reason}`;
  return { must, advice: `Remove it, or make ${callee} a backend.` };
}

function adviseBackends(callee: string, services: Services): string {
  const backends = [...services].flatMap(([name, { kind }]) => (kind === "backend" ? [name] : []));
  const meant = nearest(callee, backends);
  if (meant !== undefined) return `Did you mean ${JSON.stringify(meant)}?`;
  return backends.length === 0
    ? "Add the backend, or remove the call."
    : `Use one of ${backends.join(", ")}.`;
}
