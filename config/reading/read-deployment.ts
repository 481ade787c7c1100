import type { Strategy } from "../../contract/deployment";
import type { DeploymentDraft, ServiceDraft } from "../draft";
import { FieldReader, type ExcludedFields, type Report } from "../parsing/field-reader";
import { alarmFields, deploymentFields, fieldsLackedBy } from "./deployment-fields";

/** `deployment` of a service. */
export function readDeployment(
  input: unknown,
  where: string,
  kind: ServiceDraft["kind"],
  report: Report,
): DeploymentDraft {
  const strategyGiven = peekStrategy(input);
  const fields = new FieldReader(deploymentFields, input, where, report, {
    // The percentages only of their strategies; the others do not have them at all.
    required: ["strategy", "percent", "stepPercent"],
    excluded: excludedBy(strategyGiven),
  });
  const strategy = fields.required("strategy");
  const shifts = strategy !== undefined && strategy !== "rolling";
  const isCanary = strategy === "canary";
  const isLinear = strategy === "linear";
  return {
    strategy,
    controller: shifts ? fields.or("controller", "ecs") : undefined,
    bakeMinutes: shifts ? fields.or("bakeMinutes", 5) : undefined,
    percent: isCanary ? fields.required("percent") : undefined,
    canaryBakeMinutes: isCanary ? fields.or("canaryBakeMinutes", 10) : undefined,
    stepPercent: isLinear ? fields.required("stepPercent") : undefined,
    stepBakeMinutes: isLinear ? fields.or("stepBakeMinutes", 6) : undefined,
    testHeader: shifts ? fields.or("testHeader", "none") : undefined,
    hooks: shifts ? fields.or("hooks", []) : undefined,
    alarms: readAlarms(fields.raw("alarms", {}), `${where}.alarms`, kind, report),
    changesFrom: fields.or("changesFrom", "none"),
  };
}

function readAlarms(
  input: unknown,
  where: string,
  kind: ServiceDraft["kind"],
  report: Report,
): DeploymentDraft["alarms"] {
  const excluded: ExcludedFields | undefined =
    kind === "worker"
      ? {
          fields: ["errorPercent"],
          must: "must not be given for a worker, which answers no requests",
          advice: "Remove it, and name alarms of your own.",
        }
      : undefined;
  const fields = new FieldReader(alarmFields, input, where, report, { excluded });
  return {
    names: fields.or("names", []),
    errorPercent: kind === "worker" ? "none" : fields.or("errorPercent", 5),
    periodSeconds: fields.or("periodSeconds", 60),
    evaluationPeriods: fields.or("evaluationPeriods", 3),
  };
}

/** Fields that the declared strategy does not have; none while the strategy is not known. */
function excludedBy(strategy: Strategy | undefined): ExcludedFields | undefined {
  if (strategy === undefined) return undefined;
  const must = `must not be given for the strategy ${strategy}`;
  return { fields: fieldsLackedBy[strategy], must, advice: "Remove it, or choose another strategy." };
}

function peekStrategy(input: unknown): Strategy | undefined {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, "strategy")) return undefined;
  return deploymentFields.strategy.safeParse(Reflect.get(input, "strategy")).data;
}
