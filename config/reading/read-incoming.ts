import type { Draft, ServiceDraft } from "../draft";
import type { HealthCheckSettings } from "../environment";
import { FieldReader, type Report } from "../parsing/field-reader";
import { longestStartPeriod } from "./read-service-containers";
import { healthCheckFields, type serviceFields } from "./service-fields";

/** How requests come in. */
export type Incoming = Pick<
  ServiceDraft,
  | "port"
  | "longestRequestSeconds"
  | "deregistrationDelaySeconds"
  | "keepAliveSeconds"
  | "routes"
  | "listenerPort"
>;

const nothing: Incoming = {
  port: undefined,
  longestRequestSeconds: undefined,
  deregistrationDelaySeconds: undefined,
  keepAliveSeconds: undefined,
  routes: undefined,
  listenerPort: undefined,
};

/** Fields of frontends and backends; a service whose kind was refused may be a worker and has no defaults here. */
export function readIncoming(
  fields: FieldReader<typeof serviceFields, "kind" | "routes">,
  kind: ServiceDraft["kind"],
  idleTimeoutSeconds: number | undefined,
): Incoming {
  if (kind !== "frontend" && kind !== "backend") return nothing;
  const port = fields.or("port", 8080);
  const longestRequestSeconds = fields.or("longestRequestSeconds", idleTimeoutSeconds);
  return {
    port,
    longestRequestSeconds,
    deregistrationDelaySeconds: fields.or("deregistrationDelaySeconds", longestRequestSeconds),
    keepAliveSeconds: fields.or("keepAliveSeconds", idleTimeoutSeconds && idleTimeoutSeconds + 5),
    routes: kind === "frontend" ? fields.required("routes") : undefined,
    listenerPort: kind === "backend" ? fields.or("listenerPort", port) : undefined,
  };
}

/** `healthCheck` of a frontend or backend. */
export function readHealthCheck(
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
