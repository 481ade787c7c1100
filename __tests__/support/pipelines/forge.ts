import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { type Dialect } from "../../../pipelines/dialect";

/** What signs tokens for jobs: `token for <audience>`. GitHub is asked for them over HTTP; the others put them into variables. */
export class Forge {
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Forge> {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const isJob = request.headers.authorization === "bearer request-token";
      response.statusCode = isJob ? 200 : 401;
      response.end(JSON.stringify({ value: tokenFor(url.searchParams.get("audience") ?? "nobody") }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Forge(server);
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Variables that a CI gives to every job of a commit. */
  variables(dialect: Dialect, commit: string): Readonly<Record<string, string>> {
    return variables[dialect](commit, this.url);
  }

  private get url(): string {
    const address = this.server.address();
    if (!isAddress(address)) throw new Error("the server has not started");
    return `http://127.0.0.1:${address.port}/?api-version=2`;
  }
}

export function tokenFor(audience: string): string {
  return `token-for-${audience}`;
}

/** Audience of the token that each CI shows to AWS. */
export const awsAudience: Readonly<Record<Dialect, string>> = {
  gitlab: "https://gitlab.com",
  github: "sts.amazonaws.com",
  bitbucket: "ari:cloud:bitbucket::workspace/1234",
};

const variables: Readonly<
  Record<Dialect, (commit: string, url: string) => Readonly<Record<string, string>>>
> = {
  gitlab: (commit) => ({
    GITLAB_CI: "true",
    CI_COMMIT_SHA: commit,
    AWS_ID_TOKEN: tokenFor(awsAudience.gitlab),
    VAULT_ID_TOKEN: tokenFor("vault"),
  }),
  github: (commit, url) => ({
    GITHUB_ACTIONS: "true",
    sha: commit,
    GITHUB_SHA: commit,
    GITHUB_REPOSITORY: "acme/orders",
    GITHUB_RUN_ID: "1",
    ACTIONS_ID_TOKEN_REQUEST_URL: url,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request-token",
  }),
  bitbucket: (commit) => ({
    BITBUCKET_BUILD_NUMBER: "1",
    BITBUCKET_COMMIT: commit,
    BITBUCKET_STEP_OIDC_TOKEN: tokenFor(awsAudience.bitbucket),
  }),
};

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
