import { oidcIdentity } from "../../contract/oidc-identity";
import { dialects } from "../../pipelines/dialect";
import { writePipelines } from "../../pipelines/write-pipelines";
import { someOptions, variants } from "../support/pipelines/some-options";
import { textOf } from "../support/pipelines/written";

const files = dialects.flatMap((dialect) =>
  Object.entries(variants).flatMap(([variant, options]) =>
    writePipelines(dialect, options).map(({ text }) => ({ dialect, variant, text })),
  ),
);

describe("identity in pipeline files", () => {
  test.each(files)("is no key of AWS: $dialect, $variant", ({ text }) => {
    expect(text).not.toMatch(
      /AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|\bA(KI|SI)A[A-Z0-9]{16}/i,
    );
  });

  test.each(files)("is never printed: $dialect, $variant", ({ text }) => {
    const lines = text.split("\n").filter((line) => !line.includes('>> "$GITHUB_ENV"'));
    const printed = lines.filter((line) => /^\s*(- )?(echo|cat|printenv|env|set -x)\b/.test(line));
    for (const line of printed) expect(line).not.toMatch(/ID_TOKEN|OIDC_TOKEN|PASSPHRASE/);
  });

  test("is asked of GitHub for the audience that the roles trust", () => {
    const trusted = oidcIdentity({ from: "github", repository: "acme/orders", ref: { environment: "dev" } });
    expect(textOf("github", someOptions())).toContain(`"audience=${trusted.audience}"`);
  });

  test("is asked of GitLab for the audience that the roles trust: the instance itself", () => {
    const trusted = oidcIdentity({
      from: "gitlab",
      host: "gitlab.example.com",
      project: "acme/orders",
      ref: { branch: "main" },
    });
    expect(trusted.audience).toBe("https://gitlab.example.com");
    expect(textOf("gitlab", someOptions())).toContain("aud: $CI_SERVER_URL");
  });

  test.each(dialects)("of Vault is asked for only where targets come from there: %s", (dialect) => {
    expect(textOf(dialect, someOptions())).not.toContain("VAULT");
    expect(textOf(dialect, someOptions({ targets: "vault" }))).toContain("VAULT_ID_TOKEN");
  });
});
