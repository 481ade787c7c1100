import type { AwsDeployer, Deployer } from "../../contract/deployer";
import { isOidcDeployer, oidcIdentity, type OidcIdentity } from "../../contract/oidc-identity";
import type { PolicyStatement } from "../permissions/policy-statement";
import { literalText } from "../text/literal-text";

/**
 * The statements of a trust policy that let these deployers in and nobody else: a CI's token by its exact issuer, audience and subject,
 * a role by its ARN.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export function deployerTrust(deployers: readonly Deployer[], account: string): readonly PolicyStatement[] {
  const identities = deployers.filter(isOidcDeployer).map(oidcIdentity);
  const issuers = groupBy(identities, ({ issuer, isPattern }) => `${issuer} ${isPattern}`);
  const roles = deployers.filter((deployer) => deployer.from === "aws");
  return [
    ...issuers.map((group) => tokenTrust(group, account)),
    ...(roles.length > 0 ? [roleTrust(roles)] : []),
  ];
}

/** ARN of the provider that IAM knows an issuer by, whether we create it or it is there. */
export function oidcProviderArn(account: string, issuer: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${withoutScheme(issuer)}`;
}

function tokenTrust(
  identities: readonly [OidcIdentity, ...OidcIdentity[]],
  account: string,
): PolicyStatement {
  const [{ issuer, audience, isPattern }] = identities;
  const claims = withoutScheme(issuer);
  const subjects = [...new Set(identities.flatMap((identity) => identity.subjects))].sort();
  return {
    actions: ["sts:AssumeRoleWithWebIdentity"],
    principals: [{ type: "Federated", identifiers: [oidcProviderArn(account, issuer)] }],
    condition: [
      { test: "StringEquals", variable: `${claims}:aud`, values: [audience] },
      {
        test: isPattern ? "StringLike" : "StringEquals",
        variable: `${claims}:sub`,
        values: subjects.map(literalText),
      },
    ],
  };
}

/**
 * By condition, not by principal: IAM refuses a principal that does not exist yet, and forgets one that is made anew. The role's own policy
 * must allow it to assume this one.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn
 */
function roleTrust(deployers: readonly AwsDeployer[]): PolicyStatement {
  const arns = [...new Set(deployers.map(({ roleArn }) => roleArn))].sort();
  const accounts = [...new Set(arns.map((arn) => arn.split(":")[4]))];
  return {
    actions: ["sts:AssumeRole"],
    principals: [{ type: "AWS", identifiers: accounts.map((one) => `arn:aws:iam::${one}:root`) }],
    condition: [{ test: "ArnEquals", variable: "aws:PrincipalArn", values: arns }],
  };
}

function withoutScheme(issuer: string): string {
  return issuer.replace(/^https:\/\//, "");
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): [Item, ...Item[]][] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
