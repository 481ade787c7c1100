import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checksOf } from "../local-aws/iam/checks";
import { allowing, readPolicy, type Check, type Statement } from "../local-aws/iam/policy";
import { isRecord } from "../local-aws/is-record";
import type { DeliveredEstate } from "./delivered-estate";

/** What a CI's token says; nothing signs it here. */
export interface TokenClaims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
}

/**
 * The deploy role of a service, as terraform left it: AWS takes exactly the tokens that its trust policy takes, and refuses every call
 * that its policy does not allow.
 */
export class DeployRole {
  readonly arn: string;
  /** The statements of its only policy. */
  readonly statements: readonly Statement[];

  constructor(
    private readonly world: DeliveredEstate,
    readonly account: string,
    name: string,
  ) {
    const values = only(world.existing(account, "aws_iam_role"), "name", name);
    this.arn = String(values["arn"]);
    const policy = only(world.existing(account, "aws_iam_role_policy"), "role", name);
    this.statements = readPolicy(String(policy["policy"]));
    world.aws.enforce(this.arn, this.statements);
    world.aws.trust(this.arn, {
      webIdentity: (token) => this.takes(String(values["assume_role_policy"]), token),
    });
  }

  /** Environment variables of a CI job that has such a token. */
  env(claims: TokenClaims): Readonly<Record<string, string | undefined>> {
    const file = join(mkdtempSync(join(this.world.terraform.folder, "job-")), "token");
    writeFileSync(file, tokenOf(claims));
    return {
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_WEB_IDENTITY_TOKEN_FILE: file,
      AWS_ROLE_ARN: this.arn,
    };
  }

  /** What every call of the role so far needed. */
  checks(): readonly Check[] {
    return this.calls().flatMap(({ operation, input, region = "" }) =>
      checksOf(operation, this.world.aws.region(this.account, region), input),
    );
  }

  /** Calls so far that were refused. */
  refusals(): readonly string[] {
    return this.calls()
      .filter(({ error = "" }) => error.startsWith("AccessDenied"))
      .map(({ operation }) => operation);
  }

  private calls() {
    const name = this.arn.split("/").at(-1);
    return this.world.aws.calls.filter(({ caller }) => caller?.includes(`:assumed-role/${name}/`));
  }

  /** Only tokens of a provider that the account has, for an audience of it, are looked at. */
  private takes(trust: string, token: string): boolean {
    const { iss, aud, sub } = claimsOf(token);
    const issuer = iss.replace("https://", "");
    const provider = this.world
      .existing(this.account, "aws_iam_openid_connect_provider")
      .find(({ values }) => values["arn"] === `arn:aws:iam::${this.account}:oidc-provider/${issuer}`);
    const audiences = provider?.values["client_id_list"];
    if (!Array.isArray(audiences) || !audiences.includes(aud)) return false;
    return trusts(
      trust,
      { principal: String(provider?.values["arn"]), action: "sts:AssumeRoleWithWebIdentity" },
      {
        [`${issuer}:aud`]: [aud],
        [`${issuer}:sub`]: [sub],
      },
    );
  }
}

/** Whether a policy of a resource lets a principal in. @param principal as the policy must name it, in full */
export function trusts(
  json: string,
  { principal, action }: { readonly principal: string; readonly action: string },
  context: Check["context"],
): boolean {
  const document: unknown = JSON.parse(json);
  const written = isRecord(document) && Array.isArray(document["Statement"]) ? document["Statement"] : [];
  return readPolicy(json).some((statement, index) => {
    const { Principal: named } = Object(written[index]);
    const principals = Object.values(Object(named)).flat();
    return (
      principals.includes(principal) &&
      allowing([{ ...statement, resources: ["*"] }], { action, resource: "", context }) !== undefined
    );
  });
}

/** The token of a CI; its signature is not looked at here. */
export function tokenOf(claims: TokenClaims): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}.unsigned`;
}

export function claimsOf(token: string): TokenClaims {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
}

function only(
  resources: readonly { readonly values: Record<string, unknown> }[],
  attribute: string,
  value: string,
): Record<string, unknown> {
  const found = resources.filter(({ values }) => values[attribute] === value);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} have ${attribute} ${value}, not one`);
  return found[0].values;
}
