import type { ScalingSettings } from "../environment";
import { FieldReader, type Report } from "../parsing/field-reader";
import { scalingFields } from "./service-fields";

/** `scaling` of a service, whole or not at all: each number depends on the others. */
export function readScaling(
  input: unknown,
  where: string,
  production: boolean | undefined,
  report: Report,
): ScalingSettings | undefined {
  const fields = new FieldReader(scalingFields, input, where, report);
  const minTasks = fields.or("minTasks", production ? 2 : 1);
  const maxTasks = fields.or("maxTasks", minTasks);
  const targets = {
    cpuPercent: fields.or("cpuPercent", "none"),
    memoryPercent: fields.or("memoryPercent", "none"),
    requestsPerTarget: fields.or("requestsPerTarget", "none"),
  };
  const isRefused = Object.values(targets).includes(undefined);
  if (minTasks === undefined || maxTasks === undefined || isRefused) return undefined;
  const given = Object.entries(targets).filter(([, value]) => value !== "none");
  const isDefault = given.length === 0 && maxTasks > minTasks;
  return { minTasks, maxTasks, ...(isDefault ? { cpuPercent: 60 } : Object.fromEntries(given)) };
}
