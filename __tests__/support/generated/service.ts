import fc from "fast-check";
import type { OutboundInput, ServiceInput } from "../../../config/service-input";
import { fargateCpus, fargateMemories } from "../../../limits/fargate-sizes";
import { containers } from "./containers";
import { maybe, rarely, retention } from "./words";

export type ServiceKind = "frontend" | "backend" | "worker";

/** What a service depends on in its environment. */
export interface ServiceFrame {
  readonly name: string;
  readonly kind: ServiceKind;
  readonly index: number;
  readonly account: string;
  readonly region: string;
  readonly production: boolean;
  readonly hasNat: boolean;
  readonly databases: readonly string[];
  /** Backends that it may call. */
  readonly callable: readonly string[];
  /** Host that its routes may name. */
  readonly host: string;
  readonly idleTimeoutSeconds: number;
}

export interface GeneratedService {
  readonly settings: ServiceInput;
  readonly containers: readonly object[];
}

export function service(frame: ServiceFrame): fc.Arbitrary<GeneratedService> {
  const { name, kind, account, region } = frame;
  return fc
    .record({
      common: common(frame),
      size: size(),
      incoming: kind === "worker" ? fc.constant({ port: undefined }) : incoming(frame),
      listening: listening(frame),
      isWritable: rarely(fc.constant(true)),
    })
    .chain(({ common: fields, size: chosen, incoming: requests, listening: where, isWritable }) => {
      const needsDisk = fields.exec === true || isWritable === true;
      const settings = {
        kind,
        ...fields,
        ...chosen,
        ...requests,
        ...where,
        ...(needsDisk && { writableContainers: { [name]: "Sessions & caches write here" } }),
      } as ServiceInput;
      const port = kind === "worker" ? undefined : (requests.port ?? 8080);
      const frameOfContainers = { service: name, account, region, port, ...chosen, isWritable: needsDisk };
      return containers(frameOfContainers).map((list) => ({ settings, containers: list }));
    });
}

/** Mostly one of the smaller Fargate sizes. */
function size() {
  return fc
    .oneof(
      { weight: 5, arbitrary: fc.constantFrom(...fargateCpus.slice(0, 4)) },
      { weight: 1, arbitrary: fc.constantFrom(...fargateCpus) },
    )
    .chain((cpu) =>
      fc.record({ cpu: fc.constant(cpu), memoryMiB: fc.constantFrom(...fargateMemories(cpu)) }),
    );
}

/** The first service uses every database. */
function common(frame: ServiceFrame) {
  const { databases, index, production, callable, kind, hasNat } = frame;
  const minTasks = production ? 2 : 1;
  const targets = {
    cpuPercent: maybe(fc.integer({ min: 1, max: 100 })),
    memoryPercent: maybe(fc.integer({ min: 1, max: 100 })),
    requestsPerTarget:
      kind === "worker" ? fc.constant(undefined) : rarely(fc.integer({ min: 1, max: 1_000_000 })),
  };
  return fc.record({
    architecture: maybe(fc.constantFrom("X86_64" as const, "ARM64" as const)),
    calls: fc.subarray([...callable]),
    databases: index === 0 ? fc.constant([...databases]) : fc.subarray([...databases]),
    outbound: hasNat
      ? maybe(fc.uniqueArray(outbound(), { maxLength: 3, selector: ({ to, port }) => `${to}:${port}` }))
      : rarely(fc.constant([])),
    scaling: maybe(
      fc.oneof(
        fc.record({
          minTasks: fc.integer({ min: minTasks, max: 3 }),
          maxTasks: fc.integer({ min: 4, max: 6 }),
          ...targets,
        }),
        fc.record({ minTasks: fc.integer({ min: minTasks, max: 5 }) }),
      ),
    ),
    logRetentionDays: maybe(retention(production)),
    spotPercent: maybe(fc.constantFrom(0, 1, 50, 99, 100)),
    exec: rarely(fc.boolean()),
    connectionsPerTask: fc.integer({ min: 1, max: 3 }),
  });
}

function outbound(): fc.Arbitrary<OutboundInput> {
  return fc.record({
    to: fc.constantFrom("198.51.100.0/24", "203.0.113.7/32", "internet", "192.0.2.0/24", "203.0.0.0/8"),
    port: fc.constantFrom(443, 1, 65_535),
    reason: fc.constantFrom("Payment provider", "Mail: sent by (SMTP) & more", "n/a", "x".repeat(200)),
  });
}

/** Longest request ≤ deregistration delay ≤ stop timeout; keep-alive above the idle timeout. */
function incoming({ idleTimeoutSeconds: idle }: ServiceFrame) {
  return fc
    .record({
      port: maybe(fc.oneof(fc.integer({ min: 1, max: 65_535 }), fc.constantFrom(80, 443, 65_535))),
      healthCheck: maybe(healthCheck()),
      longest: fc.integer({ min: 1, max: Math.min(idle, 120) }),
      delayed: fc.nat(60),
      stopped: fc.nat(60),
      keepAlive: maybe(fc.integer({ min: idle + 1, max: 86_400 })),
      says: fc.subarray(["delay", "stop"]),
    })
    .map(({ port, healthCheck: check, longest, delayed, stopped, keepAlive, says }) => {
      const delay = Math.min(longest + delayed, 120);
      return {
        port,
        healthCheck: check,
        longestRequestSeconds: idle > 120 || says.length > 0 ? longest : undefined,
        deregistrationDelaySeconds: says.includes("delay") ? delay : undefined,
        stopTimeoutSeconds: says.includes("stop") ? Math.min(delay + stopped, 120) : undefined,
        keepAliveSeconds: keepAlive,
      };
    });
}

function healthCheck() {
  return fc
    .record({
      path: maybe(fc.constantFrom("/", "/health", "/a/b?c=d", "/~x/@y:z", `/${"p".repeat(1023)}`)),
      intervalSeconds: maybe(fc.integer({ min: 6, max: 300 })),
      timeout: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
      healthyThreshold: maybe(fc.integer({ min: 2, max: 10 })),
      unhealthyThreshold: maybe(fc.integer({ min: 2, max: 10 })),
      graceSeconds: rarely(fc.constantFrom(3600, 2_147_483_647)),
      successCodes: maybe(fc.constantFrom("200", "200,202", "200-299", "200-499", "201,200-204,404")),
    })
    .map(({ timeout, ...fields }) => {
      const most = Math.min((fields.intervalSeconds ?? 15) - 1, 120);
      const timeoutSeconds = timeout === undefined ? undefined : Math.round(2 + timeout * (most - 2));
      return { ...fields, timeoutSeconds };
    });
}

function listening({ name, kind, index, host }: ServiceFrame) {
  if (kind === "worker") return fc.constant({});
  if (kind === "backend")
    return fc.constantFrom(8000 + index, 80, 443, 65_535 - index).map((listenerPort) => ({ listenerPort }));
  const path = fc.constantFrom(
    ...[`/${name}/*`, `/${name}`, `/${name}/*.js`, `/${name}/?x`, `/${name}/~a"b'c@d:e+f&g$h.i`],
    ...[`/${name}/${"x".repeat(80)}*`],
  );
  const route = fc.record({
    path,
    host: rarely(fc.constantFrom(host, `admin.${host}`, `*.${host}`)),
    priority: rarely(fc.integer({ min: 1, max: 50_000 })),
  });
  const routes = fc.uniqueArray(route, {
    minLength: 1,
    maxLength: 4,
    selector: (one) => `${one.host ?? ""} ${one.path}`,
  });
  return routes.map((list) => ({ routes: list }));
}
