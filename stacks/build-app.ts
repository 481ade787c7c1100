import { App, type TerraformStack } from "cdktf";
import type { Environment, Estate } from "../config/environment";
import { DataStack } from "./data-stack";
import { DeliveryStack } from "./delivery-stack";
import { NetworkStack } from "./network-stack";
import { needsOidcStack, OidcStack } from "./oidc-stack";
import { ServicesStack } from "./services-stack";

export interface BuildAppOptions {
  /**
   * Name of the one environment to build, or `tooling`.
   *
   * @default - all of them
   */
  readonly only?: string;
  /**
   * Folder that `app.synth()` writes to.
   *
   * @default - what the cdktf command asks for, or `cdktf.out`
   */
  readonly outdir?: string;
}

/** Translates an estate into an app with all its stacks; nothing is written before `app.synth()`. */
export function buildApp(estate: Estate, { only, outdir }: BuildAppOptions = {}): App {
  const app = new App({ outdir });
  if (only === undefined || only === "tooling") new DeliveryStack(app, estate);
  for (const environment of estate.environments) {
    if (only === undefined || only === environment.name) addEnvironment(app, environment);
  }
  return app;
}

/**
 * The environment (or `tooling`) that a name means: its own, or that of a stack, whose name begins with it (the longest one: `dev-eu`
 * before `dev`); undefined when there is none such.
 */
export function environmentOf(estate: Estate, name: string | undefined): string | undefined {
  const names = ["tooling", ...estate.environments.map((environment) => environment.name)];
  const beginnings = names.filter((one) => one === name || name?.startsWith(`${one}-`));
  return beginnings.toSorted((a, b) => b.length - a.length)[0];
}

/** Adds an environment's stacks to an app, in the order they are applied. */
export function addEnvironment(app: App, environment: Environment): readonly TerraformStack[] {
  const account = needsOidcStack(environment) ? new OidcStack(app, environment) : undefined;
  const network = new NetworkStack(app, environment);
  const hasDatabases = Object.keys(environment.databases).length > 0;
  const data = hasDatabases ? new DataStack(app, environment, network) : undefined;
  const services = new ServicesStack(app, environment, { network, data });
  // Trust policies name the providers by their ARNs, which are known: nothing refers to them.
  if (account) services.addDependency(account);
  return [...(account ? [account] : []), network, ...(data ? [data] : []), services];
}
