import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { defineEnvironment, type EnvironmentInput } from "../../config/define-environment";
import { defineEnvironments } from "../../config/define-environments";
import { defineTooling, type ToolingInput } from "../../config/define-tooling";
import type { Environment, Estate } from "../../config/environment";
import type { NetworkInput } from "../../config/network-input";
import { regions } from "../../limits/regions";
import { ConfigError } from "../../problems/config-error";
import { database } from "./generated/database";
import { withDelivery } from "./generated/delivery";
import { service, type ServiceKind } from "./generated/service";
import { byName, maybe, name, rarely, retention } from "./generated/words";

/** An environment file with its container files, by service. */
export interface GeneratedInput {
  readonly input: EnvironmentInput;
  readonly containers: Readonly<Record<string, readonly object[]>>;
}

/** Environments of one team, with the account that their images come from. */
export interface GeneratedEstate {
  readonly tooling: ToolingInput;
  readonly environments: readonly GeneratedInput[];
}

/**
 * Environments that a team could write: every field, short and long names, values at both ends. Not all pass `config/`: what belongs
 * together is drawn apart.
 */
export function generatedInput(): fc.Arbitrary<GeneratedInput> {
  return fc
    .record({ name: environmentName(), region: region(), cidr: fc.constantFrom(...blocks) })
    .chain((frame) => environment({ ...frame, account: "111111111111" }))
    .chain(delivered);
}

/** Mostly one environment, at times up to three, in one region. */
export function generatedEstate(): fc.Arbitrary<GeneratedEstate> {
  return fc
    .record({
      names: fc.oneof(
        { weight: 4, arbitrary: environmentName().map((one) => [one]) },
        { weight: 1, arbitrary: fc.uniqueArray(environmentName(), { minLength: 2, maxLength: 3 }) },
      ),
      region: region(),
      state: maybe(fc.constant({ bucket: "tooling-state" })),
      tags: tags(),
    })
    .chain(({ names, region: home, state, tags: ownTags }) =>
      fc.record({
        tooling: fc.constant({
          account: toolingAccount,
          region: home,
          repositories: ["otel-collector"],
          ...(state && { state }),
          ...(ownTags && { tags: ownTags }),
        }),
        environments: fc.tuple(
          ...names.map((one, index) =>
            environment({
              name: one,
              region: home,
              account: String(index + 1).repeat(12),
              cidr: blocks[index] ?? "",
            }),
          ),
        ),
      }),
    )
    .chain(({ environments, tooling }) =>
      fc.tuple(...environments.map(delivered)).map((each) => ({ tooling, environments: each })),
    );
}

function delivered({ input, containers }: GeneratedInput): fc.Arbitrary<GeneratedInput> {
  return withDelivery(input).map((whole) => ({ input: whole, containers }));
}

/** What `config/` makes of it; undefined when it is refused. */
export function defined(generated: GeneratedInput): Environment | undefined {
  return unlessRefused(() => define(generated));
}

/** The same for an estate. */
export function definedEstate({ tooling, environments }: GeneratedEstate): Estate | undefined {
  return unlessRefused(() =>
    defineEnvironments({ tooling: defineTooling(tooling), environments: environments.map(define) }),
  );
}

const toolingAccount = "999999999999";
const blocks = ["10.10.0.0/16", "172.20.0.0/20", "192.168.0.0/22", "10.255.254.0/23"];

function define({ input, containers }: GeneratedInput): Environment {
  const directory = mkdtempSync(join(tmpdir(), "generated-environment-"));
  try {
    for (const [service, definitions] of Object.entries(containers ?? {})) {
      const path = join(directory, String(input?.name), `${service}.json`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(definitions));
    }
    return defineEnvironment(input, { directory });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

function environmentName(): fc.Arbitrary<string> {
  return fc.oneof(name(5), name(10), name(23));
}

function region(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom("eu-west-1", "us-east-1"), fc.constantFrom(...regions));
}

function tags() {
  const values = fc.constantFrom("shop", "Überall 1", "a=b+c@d:e/f", "x".repeat(256), "", "${x}");
  const few = fc.dictionary(fc.constantFrom("Team", "Cost:Center", "a/b", "ünï", "k".repeat(128)), values);
  const most = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`Tag${index}`, "shop"]));
  return fc.oneof(
    { weight: 3, arbitrary: maybe(few) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(most, { "kubernetes.io/cluster": "none", AWS: "1", "aws-like": "2" }),
    },
  );
}

interface Frame {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly cidr: string;
}

interface Parts extends Frame {
  readonly production: boolean;
  readonly services: readonly string[];
  readonly kinds: readonly ServiceKind[];
  readonly databases: readonly string[];
  readonly nat: "none" | "single" | "per-zone";
  readonly idleTimeoutSeconds: number;
}

function environment(frame: Frame): fc.Arbitrary<GeneratedInput> {
  const kinds = fc.constantFrom<ServiceKind[]>("frontend", "backend", "worker");
  return fc
    .record({
      production: fc.boolean(),
      services: fc.oneof(
        {
          weight: 12,
          arbitrary: fc.uniqueArray(name(14), { minLength: 1, maxLength: 5, selector: squeezed }),
        },
        {
          weight: 1,
          arbitrary: fc.uniqueArray(name(6), { minLength: 6, maxLength: 16, selector: squeezed }),
        },
        {
          weight: 1,
          arbitrary: fc.uniqueArray(name(27), { minLength: 1, maxLength: 2, selector: squeezed }),
        },
      ),
      kinds: fc.array(kinds, { minLength: 16, maxLength: 16 }),
      databases: fc.uniqueArray(fc.oneof(name(8), name(30)), { maxLength: 2, selector: squeezed }),
      nat: fc.constantFrom("none" as const, "single" as const, "per-zone" as const),
      idleTimeoutSeconds: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.constantFrom(60, 4000)),
    })
    .chain((parts) => withParts({ ...frame, ...parts }));
}

/** Names that differ only in hyphens would get the same variables. */
function squeezed(text: string): string {
  return text.replaceAll("-", "_");
}

function withParts(parts: Parts): fc.Arbitrary<GeneratedInput> {
  const { services, databases, production } = parts;
  return fc
    .record({
      fields: ownFields(parts),
      databases: fc.tuple(...databases.map(() => database(production))),
      services: fc.tuple(...services.map((_, index) => serviceOf(parts, index))),
    })
    .map(({ fields, databases: stores, services: drawn }) => {
      const settings = drawn.map(({ settings: own }) => own);
      const input = { ...fields, databases: byName(databases, stores), services: byName(services, settings) };
      const files = drawn.map(({ containers }) => containers);
      // What is left out is not there, as in a file that people write.
      return JSON.parse(JSON.stringify({ input, containers: byName(services, files) }));
    });
}

function serviceOf(parts: Parts, index: number) {
  const { services, kinds, nat, name: environmentName_ } = parts;
  const callable = services.filter((_, other) => other !== index && kinds[other] === "backend");
  return service({
    ...parts,
    name: services[index] ?? "",
    kind: kinds[index] ?? "worker",
    index,
    hasNat: nat !== "none",
    callable,
    host: `shop.${environmentName_}.example.com`,
  });
}

function ownFields({ name: own, account, region: home, cidr, production, nat, idleTimeoutSeconds }: Parts) {
  const zone = `${own}.example.com`;
  const domain = fc.constantFrom(
    { zone, name: `shop.${zone}` },
    { zone, name: `shop.${zone}` },
    { zone, name: zone },
  );
  const must = production ? fc.constant(true) : maybe(fc.boolean());
  const key = `arn:aws:kms:${home}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  return fc.record({
    name: fc.constant(own),
    account: fc.constant(account),
    region: fc.constant(home),
    production: fc.constant(production),
    state: maybe(
      fc.constantFrom(
        "local" as const,
        { bucket: `${own}-state` },
        { bucket: `${own}-state`, region: home, kmsKeyArn: key },
      ),
    ),
    tags: tags(),
    registry: fc.record({
      account: fc.constant(toolingAccount),
      seedImage: rarely(fc.constant(`${toolingAccount}.dkr.ecr.${home}.amazonaws.com/otel-collector:seed`)),
    }),
    network: network({ cidr, production, nat }),
    domain: production ? domain : maybe(domain),
    loadBalancers: fc.record({
      deletionProtection: must,
      accessLogs: must,
      idleTimeoutSeconds: fc.constant(idleTimeoutSeconds),
      webAcl: maybe(fc.constantFrom("none" as const, "count" as const, "block" as const)),
    }),
  });
}

function network({
  cidr,
  production,
  nat,
}: Pick<Parts, "cidr" | "production" | "nat">): fc.Arbitrary<NetworkInput> {
  const zones = [
    ["a", "b"],
    ["b", "c"],
    ["a", "b", "c"],
    ["c", "a"],
    ["d", "f"],
    ["c", "d", "e"],
  ];
  return fc.record({
    cidr: fc.constant(cidr),
    zones: maybe(fc.constantFrom(...zones)),
    nat: fc.constant(nat),
    endpoints: maybe(
      fc.subarray(["sqs", "sns", "kms", "monitoring", "ssm"] as const).map((chosen) => [...chosen]),
    ),
    flowLogs: maybe(fc.constantFrom("ALL" as const, "REJECT" as const)),
    encryptLogs: maybe(production ? fc.constant(true) : fc.boolean()),
    logRetentionDays: maybe(retention(production)),
  });
}
