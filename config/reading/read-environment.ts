import { z } from "zod";
import type { EnvironmentFiles } from "../containers/read-containers";
import type { EnvironmentDraft } from "../draft";
import { claim, matching, oneOf } from "../parsing/fields";
import { FieldReader, readEntries, type Report } from "../parsing/field-reader";
import { fieldPath } from "../../problems/field-path";
import { accountId, entryNameRule, isEntryName, region } from "./common-fields";
import { readDatabase } from "./read-database";
import { readDeployers } from "./read-deployers";
import { readNetwork } from "./read-network";
import { readService } from "./read-service";
import { readDomain, readLoadBalancers, readRegistry, readState } from "./read-settings";
import { readTags } from "./read-tags";
import { readVault } from "./read-vault";

/** Reads an environment field by field, fills in the defaults, and reports what cannot be accepted. */
export function readEnvironment(
  input: unknown,
  files: EnvironmentFiles,
  reportAny: Report,
): EnvironmentDraft {
  const fields = new FieldReader(environmentFields, input, "", reportAny, {
    required: ["name", "account", "region", "production", "registry", "network", "services"],
  });
  const report: Report = (problem) =>
    fields.isObject && !fields.isMisspelt(problem.where) && reportAny(problem);
  const name = fields.required("name");
  const account = fields.required("account");
  const home = fields.required("region");
  const production = fields.required("production");
  const state = readState(fields.raw("state"), home, report);
  const tags = readTags(fields.raw("tags", {}), report);
  const registry = readRegistry(fields.raw("registry"), home, report);
  const network = readNetwork(fields.raw("network"), production, report);
  const domain = readDomain(fields.raw("domain"), report);
  const loadBalancers = readLoadBalancers(fields.raw("loadBalancers", {}), report);
  const { idleTimeoutSeconds } = loadBalancers;
  const deployedBy = readDeployers(fields.raw("deployedBy", []), "deployedBy", report);
  const surroundings = {
    environment: name,
    account,
    region: home,
    production,
    idleTimeoutSeconds,
    deployedBy,
    files,
  };
  const databases = readEach("databases", fields.raw("databases", {}), report, (entry, value, where) =>
    readDatabase(entry, value, where, production, report),
  );
  const services = readEach("services", fields.raw("services"), report, (entry, value, where) =>
    readService(entry, value, where, surroundings, report),
  );
  return {
    name,
    account,
    region: home,
    production,
    state,
    tags,
    registry,
    network,
    domain,
    loadBalancers,
    databases,
    services,
    promotedFrom: fields.or("promotedFrom", "none"),
    vault: readVault(fields.raw("vault"), report),
    oidcProviders: fields.or("oidcProviders", "created"),
  };
}

const environmentFields = {
  name: environmentName(),
  account: accountId(),
  region: region(),
  production: claim(),
  /** The rest has readers of its own. */
  state: z.unknown(),
  tags: z.unknown(),
  registry: z.unknown(),
  network: z.unknown(),
  domain: z.unknown(),
  loadBalancers: z.unknown(),
  databases: z.unknown(),
  services: z.unknown(),
  deployedBy: z.unknown(),
  promotedFrom: environmentName(),
  vault: z.unknown(),
  oidcProviders: oneOf("created", "existing"),
};

function environmentName() {
  return matching(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    "must be lower-case letters, digits and single hyphens, and start with a letter",
    'Use one short word, for example "dev".',
  );
}

/** More than any quota of AWS that an environment shares; what is above is a mistake, not worth reading files for. */
const mostEntries = 200;

function readEach<T>(
  part: "databases" | "services",
  input: unknown,
  report: Report,
  readOne: (name: string, value: unknown, where: string) => T,
): ReadonlyMap<string, T> | undefined {
  const advice = () => `Write ${part} by name, for example { orders: { … } }.`;
  const entries = readEntries(input, part, advice, report);
  if (!entries) return undefined;
  if (entries.size > mostEntries) {
    const must = `must be at most ${mostEntries}`;
    report({ where: part, must, got: String(entries.size), advice: "Split the environment into several." });
    return undefined;
  }
  const read = [...entries].map(([name, value]): [string, T] => {
    const where = fieldPath(part, [name]);
    if (!isEntryName(name)) {
      report({ where, must: entryNameRule, got: JSON.stringify(name.slice(0, 60)), advice: "Rename it." });
    }
    return [name, readOne(name, value, where)];
  });
  return new Map(read);
}
