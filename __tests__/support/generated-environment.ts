import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { defineEnvironment, type EnvironmentInput } from "../../config/define-environment";
import type { DatabaseInput } from "../../config/database-input";
import type { Environment } from "../../config/environment";
import type { BackendInput, FrontendInput, OutboundInput, WorkerInput } from "../../config/service-input";
import { fargateCpus, fargateMemories } from "../../limits/fargate-sizes";
import { logRetentionDays } from "../../limits/log-retention";
import { ConfigError } from "../../problems/config-error";

/** An environment file with its container files, by service. */
export interface GeneratedInput {
  readonly input: EnvironmentInput;
  readonly containers: Readonly<Record<string, unknown>>;
}

/**
 * Environments that a team could write: every field, short and long names, values at both ends. Not all pass `config/`: what belongs
 * together is drawn apart.
 */
export function generatedInput(): fc.Arbitrary<GeneratedInput> {
  const names = fc.uniqueArray(name(14), {
    minLength: 1,
    maxLength: 5,
    comparator: (a, b) => squeezed(a) === squeezed(b),
  });
  return fc
    .record({
      environment: name(10),
      services: names,
      databases: fc.uniqueArray(name(20), { maxLength: 2 }),
      production: fc.boolean(),
      kinds: fc.array(fc.constantFrom("frontend", "backend", "worker"), { minLength: 5, maxLength: 5 }),
      region: fc.constantFrom("eu-west-1", "us-east-1", "ap-southeast-2", "eu-central-1"),
    })
    .chain(({ services, ...drawn }) =>
      fc.record({
        input: input({ services, ...drawn }),
        containers: fc
          .tuple(...services.map((service) => containers(service, drawn.region)))
          .map((list) => byName(services, list)),
      }),
    );
}

/** What `config/` makes of it; undefined when it is refused. */
export function defined({ input, containers }: GeneratedInput): Environment | undefined {
  const directory = mkdtempSync(join(tmpdir(), "generated-environment-"));
  try {
    mkdirSync(join(directory, input.name), { recursive: true });
    for (const [service, definitions] of Object.entries(containers)) {
      writeFileSync(join(directory, input.name, `${service}.json`), JSON.stringify(definitions));
    }
    return defineEnvironment(input, { directory });
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function name(maxLength: number): fc.Arbitrary<string> {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const rest = fc.stringOf(fc.constantFrom(...letters, ..."0123456789"), { maxLength: maxLength - 2 });
  return fc
    .tuple(fc.constantFrom(...letters), rest, fc.boolean(), fc.constantFrom(...letters))
    .map(([first, middle, hyphen, last]) => {
      const inner = hyphen && middle.length > 2 ? `${middle.slice(0, 1)}-${middle.slice(2)}` : middle;
      return `${first}${inner}${last}`;
    });
}

/** Names that differ only in hyphens would get the same variables. */
function squeezed(text: string): string {
  return text.replaceAll("-", "_");
}

function byName<T>(names: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(names.map((key, index) => [key, values[index] as T]));
}

/** Left out as often as given. */
function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

interface Drawn {
  readonly environment: string;
  readonly services: readonly string[];
  readonly databases: readonly string[];
  readonly production: boolean;
  readonly region: string;
  /** Of the services, one after the other. */
  readonly kinds: readonly string[];
}

function input(drawn: Drawn): fc.Arbitrary<EnvironmentInput> {
  const { environment, databases, services, production, region } = drawn;
  const zone = `${environment}.example.com`;
  const listed =
    databases.length > 0 ? fc.tuple(...databases.map(() => database(production))) : fc.constant([]);
  const domain = fc.constantFrom({ zone, name: zone }, { zone, name: `shop.${zone}` });
  return fc
    .record({
      name: fc.constant(environment),
      account: fc.constant("111111111111"),
      region: fc.constant(region),
      production: fc.constant(production),
      state: maybe(fc.constantFrom("local" as const, { bucket: `${environment}-state` })),
      tags: maybe(
        fc.dictionary(
          fc.constantFrom("Team", "Cost:Center", "a/b", "ünï"),
          fc.constantFrom("shop", "Überall 1", "a=b+c@d:e/f", "x".repeat(256)),
        ),
      ),
      registry: fc.constant({ account: "999999999999" }),
      network: network(production),
      domain: production ? domain : maybe(domain),
      loadBalancers: maybe(
        fc.record({
          deletionProtection: production ? fc.constant(true) : maybe(fc.boolean()),
          accessLogs: production ? fc.constant(true) : maybe(fc.boolean()),
          idleTimeoutSeconds: maybe(fc.integer({ min: 1, max: 60 })),
          webAcl: maybe(fc.constantFrom("none" as const, "count" as const, "block" as const)),
        }),
      ),
      databases: listed.map((list) => byName(databases, list)),
      services: fc
        .tuple(...services.map((_, index) => service(drawn, index)))
        .map((list) => byName(services, list)),
    })
    .map((fields) => JSON.parse(JSON.stringify(fields)));
}

function network(production: boolean) {
  return fc.record({
    cidr: fc.constantFrom("10.10.0.0/16", "172.20.0.0/20", "192.168.0.0/22", "10.255.254.0/23"),
    zones: maybe(fc.constantFrom(["a", "b"], ["b", "c"], ["a", "b", "c"], ["c", "a"])),
    nat: fc.constantFrom("none" as const, "single" as const, "single" as const, "per-zone" as const),
    endpoints: maybe(fc.subarray(["sqs", "sns", "kms"] as const).map((chosen) => [...chosen])),
    flowLogs: maybe(fc.constantFrom("ALL" as const, "REJECT" as const)),
    logRetentionDays: maybe(retention(production)),
  });
}

function retention(production: boolean) {
  return fc.constantFrom(...logRetentionDays.filter((days) => !production || days >= 365));
}

function database(production: boolean): fc.Arbitrary<DatabaseInput> {
  const must = production ? fc.constant(true) : maybe(fc.boolean());
  return fc.record({
    engine: fc.constantFrom("postgres" as const, "mysql" as const),
    instanceClass: maybe(fc.constantFrom("db.t4g.medium", "db.m7g.large", "db.r6g.xlarge")),
    storageGiB: maybe(fc.integer({ min: 20, max: 400 })),
    maxStorageGiB: maybe(fc.integer({ min: 400, max: 4000 })),
    multiAz: must,
    backupDays: maybe(fc.integer({ min: production ? 7 : 1, max: 35 })),
    deletionProtection: must,
    databaseName: maybe(fc.constantFrom("orders", "app_1")),
    port: maybe(fc.constantFrom(5432, 3306, 1150, 65_535)),
    enhancedMonitoring: must,
    logRetentionDays: maybe(retention(production)),
    passwordRotationDays: maybe(fc.integer({ min: 1, max: 1000 })),
  }) as fc.Arbitrary<DatabaseInput>;
}

/** The first service is a frontend that uses every database; services call backends after them: no circle. */
function service({ services, kinds, databases, production }: Drawn, index: number) {
  const kind = index === 0 ? "frontend" : kinds[index];
  const callable = services.filter((_, other) => other > index && kinds[other] === "backend");
  const common = { ...commonFields(databases, index, production), calls: fc.subarray(callable) };
  const port = maybe(fc.integer({ min: 1, max: 65_535 }));
  const healthCheck = maybe(
    fc.record({
      path: maybe(fc.constantFrom("/", "/health", "/a/b?c=d")),
      intervalSeconds: maybe(fc.integer({ min: 6, max: 300 })),
      healthyThreshold: maybe(fc.integer({ min: 2, max: 10 })),
      unhealthyThreshold: maybe(fc.integer({ min: 2, max: 10 })),
    }),
  );
  const frontend = fc.record({
    ...common,
    kind: fc.constant("frontend" as const),
    port,
    healthCheck,
    routes: fc.uniqueArray(route(services[index] ?? ""), {
      minLength: 1,
      maxLength: 3,
      selector: ({ path }) => path,
    }),
  });
  const backend = fc.record({
    ...common,
    kind: fc.constant("backend" as const),
    port,
    healthCheck,
    listenerPort: fc.constant(8000 + index),
  });
  const worker = fc.record({ ...common, kind: fc.constant("worker" as const) });
  const drawn: fc.Arbitrary<object> = kind === "frontend" ? frontend : kind === "backend" ? backend : worker;
  return fc.tuple(drawn, size()).map(([fields, chosen]) => ({ ...fields, ...chosen })) as fc.Arbitrary<
    FrontendInput | BackendInput | WorkerInput
  >;
}

function route(serviceName: string) {
  return fc.record({
    path: fc.constantFrom(
      `/${serviceName}/*`,
      `/${serviceName}`,
      `/${serviceName}/*.js`,
      `/${serviceName}/?x`,
    ),
  });
}

/** One of the smaller Fargate sizes. */
function size() {
  return fc
    .constantFrom(...fargateCpus.slice(0, 4))
    .chain((cpu) =>
      fc.record({ cpu: fc.constant(cpu), memoryMiB: fc.constantFrom(...fargateMemories(cpu)) }),
    );
}

function commonFields(databases: readonly string[], index: number, production: boolean) {
  const minTasks = production ? 2 : 1;
  return {
    architecture: maybe(fc.constantFrom("X86_64" as const, "ARM64" as const)),
    databases: index === 0 ? fc.constant([...databases]) : fc.subarray([...databases]),
    outbound: maybe(
      fc.uniqueArray(outbound(), { maxLength: 2, selector: ({ to, port }) => `${to}:${port}` }),
    ),
    scaling: maybe(
      fc.record({
        minTasks: fc.integer({ min: minTasks, max: 3 }),
        maxTasks: fc.integer({ min: 4, max: 6 }),
        cpuPercent: maybe(fc.integer({ min: 1, max: 100 })),
        memoryPercent: maybe(fc.integer({ min: 1, max: 100 })),
      }),
    ),
    logRetentionDays: maybe(retention(production)),
    spotPercent: maybe(fc.integer({ min: 0, max: 100 })),
    connectionsPerTask: fc.integer({ min: 1, max: 3 }),
  };
}

function outbound(): fc.Arbitrary<OutboundInput> {
  return fc.record({
    to: fc.constantFrom("198.51.100.0/24", "203.0.113.7/32", "internet"),
    port: fc.constantFrom(443, 1, 65_535),
    reason: fc.constantFrom("Payment provider", "Mail: sent by (SMTP) & more", "n/a"),
  });
}

/** The application container, at times with text that looks like code, and a sidecar. */
function containers(serviceName: string, region: string) {
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom("${x}", "%{if true}", '"quoted"', "line\nbreak", "$${", "ü€"),
  );
  const variables = fc.uniqueArray(
    fc.record({ name: fc.constantFrom("LOG_LEVEL", "MODE", "GREETING"), value: text }),
    {
      selector: (variable) => variable.name,
    },
  );
  return fc
    .record({
      environment: variables,
      hasSidecar: fc.boolean(),
      command: maybe(fc.array(text, { maxLength: 3 })),
    })
    .map(({ environment, hasSidecar, command }) => [
      { name: serviceName, environment, ...(command && { command }) },
      ...(hasSidecar
        ? [
            {
              name: "sidecar",
              image: `999999999999.dkr.ecr.${region}.amazonaws.com/sidecar:1`,
              essential: false,
            },
          ]
        : []),
    ]);
}
