import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Deployer } from "../../contract/deployer";
import { isOidcDeployer, oidcIdentity } from "../../contract/oidc-identity";

export interface OidcProvidersProps {
  /** Those that the account's roles trust; a CI has one provider, however many of its projects deploy. */
  readonly deployers: readonly Deployer[];
}

/**
 * The CIs whose tokens an account takes. AWS allows one provider per issuer and account: where somebody else made it, leave this out.
 *
 * Creates: an OIDC provider per issuer, without thumbprints: AWS trusts the certificates of well-known authorities, and reads those of others itself.
 *
 * @example
 * new OidcProviders(stack, "OidcProviders", {
 *   deployers: [{ from: "gitlab", host: "gitlab.com", project: "shop/shop", ref: { branch: "main" } }],
 * });
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
 */
export class OidcProviders extends Construct {
  readonly providers: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { deployers }: OidcProvidersProps) {
    super(scope, id);
    const identities = deployers.filter(isOidcDeployer).map(oidcIdentity);
    const audiences = new Map(identities.map(({ issuer, audience }) => [issuer, audience]));
    this.providers = [...audiences].sort().map(
      ([issuer, audience]) =>
        new IamOpenidConnectProvider(this, issuer.replace(/^https:\/\//, "").replace(/[^A-Za-z0-9]+/g, "-"), {
          url: issuer,
          clientIdList: [audience],
        }),
    );
  }
}
