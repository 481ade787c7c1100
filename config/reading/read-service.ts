import type { Deployer } from "../../contract/deployer";
import { quotas } from "../../limits/quotas";
import type { EnvironmentFiles } from "../containers/read-containers";
import type { ServiceDraft } from "../draft";
import type { ServiceSettings } from "../environment";
import { reachesInternet } from "../private-registry";
import { FieldReader, readEntries, type ExcludedFields, type Report } from "../parsing/field-reader";
import { fieldPath } from "../../problems/field-path";
import { showGiven } from "../parsing/given";
import { readDeployers } from "./read-deployers";
import { readDeployment } from "./read-deployment";
import { readHealthCheck, readIncoming } from "./read-incoming";
import { readScaling } from "./read-scaling";
import { generatedNames, readServiceContainers } from "./read-service-containers";
import { fieldsLackedBy, serviceFields } from "./service-fields";

/** What a service takes its defaults from, besides its own fields. */
export interface ServiceSurroundings {
  readonly environment: string | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly production: boolean | undefined;
  readonly idleTimeoutSeconds: number | undefined;
  /** Who deploys services that do not say it themselves. */
  readonly deployedBy: readonly Deployer[] | undefined;
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
  const fields = new FieldReader(serviceFields, input, where, report, {
    // `routes` only of a frontend; the others do not have it at all.
    required: ["kind", "routes"],
    excluded: fieldsOfOtherKinds(input),
  });
  const kind = fields.required("kind");
  const task = readTask(fields, surroundings.production);
  const incoming = readIncoming(fields, kind, surroundings.idleTimeoutSeconds);
  const stopTimeoutSeconds = fields.or(
    "stopTimeoutSeconds",
    stopTimeoutFor(incoming.deregistrationDelaySeconds),
  );
  const { environment, account, region, production, files } = surroundings;
  const containersPath = fields.or("containers", environment && `${environment}/${name}.json`);
  const reasonsPath = `${where}.writableContainers`;
  const reasons = readReasons(fields.raw("writableContainers", {}), reasonsPath, report);
  const context = {
    environment,
    isDefaultPath: fields.raw("containers") === undefined,
    account,
    region,
    privateImagesOnly: task.outbound && !reachesInternet(task),
    service: name,
    cpu: task.cpu,
    memoryMiB: task.memoryMiB,
    port: incoming.port,
    stopTimeoutSeconds,
    writableContainers: reasons,
    generatedNames: generatedNames(task.calls ?? [], task.databases ?? []),
  };
  const containers = readServiceContainers(containersPath, context, files, reasonsPath, report);
  const healthCheck = fields.raw("healthCheck", {});
  return {
    kind,
    containers,
    ...task,
    ...incoming,
    scaling: readScaling(fields.raw("scaling", {}), `${where}.scaling`, production, report),
    stopTimeoutSeconds,
    healthCheck:
      kind === "frontend" || kind === "backend"
        ? readHealthCheck(healthCheck, `${where}.healthCheck`, containers, report)
        : undefined,
    deployment: readDeployment(
      fields.raw("deployment", { strategy: "rolling" }),
      `${where}.deployment`,
      kind,
      report,
    ),
    deployedBy:
      fields.raw("deployedBy") === undefined
        ? surroundings.deployedBy
        : readDeployers(fields.raw("deployedBy"), `${where}.deployedBy`, report),
  };
}

/** What a task is and may reach, whatever the kind of its service. */
function readTask(
  fields: FieldReader<typeof serviceFields, "kind" | "routes">,
  production: boolean | undefined,
) {
  const cpu = fields.or("cpu", 256);
  return {
    cpu,
    memoryMiB: fields.or("memoryMiB", cpu && 2 * cpu),
    architecture: fields.or("architecture", "X86_64"),
    calls: fields.or("calls", []),
    databases: fields.or("databases", []),
    outbound: fields.or("outbound", []),
    logRetentionDays: fields.or("logRetentionDays", production ? 365 : 30),
    spotPercent: fields.or("spotPercent", 0),
    exec: fields.or("exec", false),
    connectionsPerTask: fields.or("connectionsPerTask", 10),
  };
}

/** Long enough to finish running requests, as far as Fargate allows; `checks/graceful-stop.ts` refuses the rest. */
function stopTimeoutFor(deregistrationDelaySeconds = 0): number {
  return Math.min(quotas.stopTimeoutSeconds, Math.max(30, deregistrationDelaySeconds));
}

/** A refused reason still counts as one for the container file, so that it is reported once. */
function readReasons(input: unknown, where: string, report: Report): Readonly<Record<string, string>> {
  const entries = readEntries(input, where, () => reasonAdvice, report) ?? [];
  const reasons = [...entries].map(([name, reason]): [string, string] => {
    if (typeof reason === "string" && reason.trim() !== "") return [name, reason];
    const must = "must be a reason in words";
    report({ where: fieldPath(where, [name]), must, got: showGiven(reason), advice: reasonAdvice });
    return [name, "refused"];
  });
  return Object.fromEntries(reasons);
}

const reasonAdvice = 'Write { "<container>": "<why its root file system must be writable>" }.';

/** Fields that the declared kind does not have; none while the kind is not known. */
function fieldsOfOtherKinds(input: unknown): ExcludedFields | undefined {
  const kind = peekKind(input);
  if (kind === undefined) return undefined;
  const must = `must not be given for a ${kind}`;
  return { fields: fieldsLackedBy[kind], must, advice: "Remove it, or choose another kind." };
}

function peekKind(input: unknown): ServiceSettings["kind"] | undefined {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, "kind")) return undefined;
  return serviceFields.kind.safeParse(Reflect.get(input, "kind")).data;
}
