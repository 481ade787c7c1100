import type { Construct } from "constructs";
import type { Environment } from "../config/environment";
import { OidcProviders } from "../constructs/delivery/oidc-providers";
import type { Deployer } from "../contract/deployer";
import { isOidcDeployer } from "../contract/oidc-identity";
import { AccountStack } from "./account-stack";
import { environmentStackProps } from "./environment-stack-props";

/** What an account has once, whatever runs in it: the CIs whose tokens it takes. */
export class OidcStack extends AccountStack {
  constructor(scope: Construct, environment: Environment) {
    super(scope, "account", environmentStackProps(environment));
    new OidcProviders(this, "OidcProviders", { deployers: deployersOf(environment) });
  }
}

/** Whether an environment's account gets OIDC providers from us. */
export function needsOidcStack(environment: Environment): boolean {
  return environment.oidcProviders === "created" && deployersOf(environment).some(isOidcDeployer);
}

function deployersOf({ services }: Environment): readonly Deployer[] {
  return Object.values(services).flatMap(({ deployedBy }) => deployedBy);
}
