import type { ContainerFileContext, EnvironmentFiles } from "../containers/read-containers";
import type { Draft, ServiceDraft } from "../draft";
import type { HealthCheckSettings, ScalingSettings, ServiceSettings } from "../environment";
import { FieldReader, readEntries, type ExcludedFields, type Report } from "../parsing/field-reader";
import { fieldPath } from "../parsing/field-path";
import { showGiven } from "../parsing/given";
import { generatedNames, longestStartPeriod, readServiceContainers } from "./read-service-containers";
import { quotas } from "../../limits/quotas";
import { fieldsLackedBy, healthCheckFields, scalingFields, serviceFields } from "./service-fields";

/** What a service takes its defaults from, besides its own fields. */
export interface ServiceSurroundings {
  readonly environment: string | undefined;
  readonly account: string | undefined;
  readonly production: boolean | undefined;
  readonly idleTimeoutSeconds: number | undefined;
  readonly files: EnvironmentFiles;
}

/** One entry of `services`, with its containers. */
export function readService(
  name: string,
  input: unknown,
  where: string,
  surroundings: ServiceSurroundings,
  report: Report,
): ServiceDraft {
  const { environment, account, production, files } = surroundings;
  const kind = peekKind(input);
  const fields = new FieldReader(serviceFields, input, where, report, kind && lacking(kind));
  const cpu = fields.or("cpu", 256);
  const memoryMiB = fields.or("memoryMiB", cpu && 2 * cpu);
  const calls = fields.or("calls", []);
  const databases = fields.or("databases", []);
  const incoming = readIncoming(fields, kind, surroundings);
  const stopTimeoutSeconds = fields.or("stopTimeoutSeconds", stopTimeoutFor(incoming));
  const containersPath = fields.or("containers", environment && `${environment}/${name}.json`);
  const context: ContainerFileContext = {
    environment,
    account,
    service: name,
    cpu,
    memoryMiB,
    port: incoming.port,
    stopTimeoutSeconds,
    writableContainers: readReasons(
      fields.raw("writableContainers", {}),
      `${where}.writableContainers`,
      report,
    ),
    generatedNames: generatedNames(calls ?? [], databases ?? []),
  };
  const containers = containersPath && readServiceContainers(containersPath, context, files, report);
  return {
    kind: fields.required("kind"),
    containersPath,
    containers: containers || undefined,
    cpu,
    memoryMiB,
    architecture: fields.or("architecture", "X86_64"),
    calls,
    databases,
    outbound: fields.or("outbound", []),
    scaling: readScaling(fields.raw("scaling", {}), `${where}.scaling`, production, report),
    logRetentionDays: fields.or("logRetentionDays", production ? 365 : 30),
    spotPercent: fields.or("spotPercent", 0),
    exec: fields.or("exec", false),
    stopTimeoutSeconds,
    connectionsPerTask: fields.or("connectionsPerTask", 10),
    ...incoming,
    healthCheck:
      kind === "frontend" || kind === "backend"
        ? readHealthCheck(
            fields.raw("healthCheck", {}),
            `${where}.healthCheck`,
            containers || undefined,
            report,
          )
        : undefined,
    routes: kind === "frontend" ? fields.required("routes") : undefined,
    listenerPort: kind === "backend" ? fields.or("listenerPort", incoming.port) : undefined,
  };
}

type ServiceReader = FieldReader<typeof serviceFields>;
type Incoming = Pick<
  ServiceDraft,
  "port" | "longestRequestSeconds" | "deregistrationDelaySeconds" | "keepAliveSeconds"
>;

/** How requests come in; a kind that is not known has no defaults, because it may be a worker. */
function readIncoming(
  fields: ServiceReader,
  kind: ServiceSettings["kind"] | undefined,
  { idleTimeoutSeconds }: ServiceSurroundings,
): Incoming {
  const none = undefined;
  if (kind === "worker") {
    return {
      port: none,
      longestRequestSeconds: none,
      deregistrationDelaySeconds: none,
      keepAliveSeconds: none,
    };
  }
  const ifBalanced = <T>(value: T): T | undefined => (kind === undefined ? undefined : value);
  const longestRequestSeconds = fields.or("longestRequestSeconds", ifBalanced(idleTimeoutSeconds));
  const keepAlive = idleTimeoutSeconds === undefined ? undefined : idleTimeoutSeconds + 5;
  return {
    port: fields.or("port", ifBalanced(8080)),
    longestRequestSeconds,
    deregistrationDelaySeconds: fields.or("deregistrationDelaySeconds", longestRequestSeconds),
    keepAliveSeconds: fields.or("keepAliveSeconds", ifBalanced(keepAlive)),
  };
}

/** Long enough to finish running requests, as far as Fargate allows; `checks/graceful-stop.ts` refuses the rest. */
function stopTimeoutFor({ deregistrationDelaySeconds = 0 }: Incoming): number {
  return Math.min(quotas.stopTimeoutSeconds, Math.max(30, deregistrationDelaySeconds));
}

function readHealthCheck(
  input: unknown,
  where: string,
  containers: ServiceDraft["containers"],
  report: Report,
): Draft<HealthCheckSettings> {
  const fields = new FieldReader(healthCheckFields, input, where, report);
  const intervalSeconds = fields.or("intervalSeconds", 15);
  const healthyThreshold = fields.or("healthyThreshold", 2);
  const isKnown = containers && intervalSeconds !== undefined && healthyThreshold !== undefined;
  const start = isKnown ? longestStartPeriod(containers) + intervalSeconds * healthyThreshold : undefined;
  return {
    path: fields.or("path", "/"),
    intervalSeconds,
    timeoutSeconds: fields.or("timeoutSeconds", 5),
    healthyThreshold,
    unhealthyThreshold: fields.or("unhealthyThreshold", 3),
    graceSeconds: fields.or("graceSeconds", start && Math.max(60, start)),
    successCodes: fields.or("successCodes", "200-399"),
  };
}

/** Whole or not at all: each number depends on the others. */
function readScaling(
  input: unknown,
  where: string,
  production: boolean | undefined,
  report: Report,
): ScalingSettings | undefined {
  const fields = new FieldReader(scalingFields, input, where, report);
  const minTasks = fields.or("minTasks", production ? 2 : 1);
  const maxTasks = fields.or("maxTasks", minTasks);
  const cpuPercent = fields.or("cpuPercent", "none");
  const memoryPercent = fields.or("memoryPercent", "none");
  const requestsPerTarget = fields.or("requestsPerTarget", "none");
  const targets = { cpuPercent, memoryPercent, requestsPerTarget };
  if (minTasks === undefined || maxTasks === undefined) return undefined;
  if (Object.values(targets).includes(undefined)) return undefined;
  const given = Object.entries(targets).filter(([, value]) => value !== "none");
  const isDefault = given.length === 0 && maxTasks > minTasks;
  return { minTasks, maxTasks, ...(isDefault ? { cpuPercent: 60 } : Object.fromEntries(given)) };
}

/** A refused reason still counts as one for the container file, so that it is reported once. */
function readReasons(input: unknown, where: string, report: Report): Readonly<Record<string, string>> {
  const entries = readEntries(input, where, reasonAdvice, report) ?? [];
  const reasons = [...entries].map(([name, reason]): [string, string] => {
    if (typeof reason === "string" && reason.trim() !== "") return [name, reason];
    const must = "must be a reason in words";
    report({ where: fieldPath(where, [name]), must, got: showGiven(reason), advice: reasonAdvice });
    return [name, "refused"];
  });
  return Object.fromEntries(reasons);
}

const reasonAdvice = 'Write { "<container>": "<why its root file system must be writable>" }.';

function peekKind(input: unknown): ServiceSettings["kind"] | undefined {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, "kind")) return undefined;
  const parsed = serviceFields.kind.safeParse(Reflect.get(input, "kind"));
  return parsed.data;
}

function lacking(kind: ServiceSettings["kind"]): ExcludedFields {
  return {
    fields: fieldsLackedBy[kind],
    must: `must not be given for a ${kind}`,
    advice: "Remove it, or choose another kind.",
  };
}
