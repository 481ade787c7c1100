import { readFileSync } from "node:fs";
import { PreconditionError } from "../../../deploy/precondition-error";
import type { TargetSource } from "../../../deploy/target/target-source";
import type { VaultLogin } from "../../../deploy/vault/vault-access";
import { ConfigError } from "../../../problems/config-error";
import { formatGiven, type Problem } from "../../../problems/problem";
import { type Command } from "../read-command";

/** Where the options and the documented variables say that delivery targets are. @throws ConfigError | PreconditionError */
export function readSource({ values }: Command, env: NodeJS.ProcessEnv): TargetSource {
  const { target, vault } = values;
  if (target !== undefined) {
    const together = ["vault", "vault-mount", "vault-path"].filter((option) => values[option] !== undefined);
    if (together.length > 0) throw new ConfigError("ecs-env", together.map(notWithTarget));
    return { kind: "files", files: target.split(",").map(readTarget) };
  }
  const address = vault ?? env["VAULT_ADDR"] ?? "";
  if (address === "") {
    const alone = ["vault-mount", "vault-path"].filter((option) => values[option] !== undefined);
    if (alone.length > 0) throw new ConfigError("ecs-env", alone.map(withoutVault));
    return { kind: "parameter" };
  }
  const problem = wrongAddress(vault === undefined ? "VAULT_ADDR" : "--vault", address);
  if (problem !== undefined)
    throw new (vault === undefined ? PreconditionError : ConfigError)("ecs-env", [problem]);
  const astray = ["vault-mount", "vault-path"].filter((option) => isAstray(values[option]));
  if (astray.length > 0)
    throw new ConfigError(
      "ecs-env",
      astray.map((option) => below(option, values[option])),
    );
  return {
    kind: "vault",
    address,
    mount: values["vault-mount"] ?? "secret",
    path: values["vault-path"] ?? "delivery",
    ...(env["VAULT_NAMESPACE"] && { namespace: env["VAULT_NAMESPACE"] }),
    login: readLogin(env),
    fetch,
  };
}

function readTarget(path: string) {
  try {
    return { path, text: readFileSync(path, "utf8") };
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    const advice = "Name the file that holds the delivery target, or leave --target out to read it from SSM.";
    throw new PreconditionError("--target", [
      { where: path, must: "must be a file that can be read", got, advice },
    ]);
  }
}

/** A token that is given goes before a login. */
function readLogin(env: NodeJS.ProcessEnv): VaultLogin {
  const { VAULT_TOKEN: token, VAULT_ID_TOKEN: jwt, VAULT_AUTH_ROLE: role } = env;
  if (token) return { kind: "token", token };
  if (jwt && role) return { kind: "jwt", jwt, role, authPath: env["VAULT_AUTH_PATH"] || "jwt" };
  throw new PreconditionError("Vault", [
    {
      where: jwt ? "VAULT_AUTH_ROLE" : "VAULT_TOKEN",
      must: jwt ? "must name the role that VAULT_ID_TOKEN logs in to" : "must be set",
      got: "nothing",
      advice: jwt
        ? "Set it to the name of Vault's role for this pipeline."
        : "Set VAULT_TOKEN, or VAULT_ID_TOKEN (the CI's JSON Web Token) and VAULT_AUTH_ROLE.",
    },
  ]);
}

/** What is before an `@` may be a password: it is not shown, and not sent. */
function wrongAddress(where: string, address: string): Problem | undefined {
  const isWeb = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  const hasUser = address.includes("@");
  if (isWeb && !hasUser) return undefined;
  return {
    where,
    must: "must be a web address, without user and password",
    got: hasUser ? "one with an @" : formatGiven(address),
    advice: "Write for example https://vault.example.com:8200.",
  };
}

/** A client of HTTP resolves such steps before Vault sees them: another path would be read. */
function isAstray(path = ""): boolean {
  return path.split("/").some((step) => step === "." || step === "..");
}

function below(option: string, path: string | undefined): Problem {
  const must = "must be a path without . and ..";
  return {
    where: `--${option}`,
    must,
    got: formatGiven(path),
    advice: "Write the whole path below the mount.",
  };
}

function notWithTarget(option: string): Problem {
  const where = `--${option}`;
  const advice = "Leave one of them out.";
  return { where, must: "must be left out with --target", got: "both", advice };
}

function withoutVault(option: string): Problem {
  const where = `--${option}`;
  const advice = "Name Vault's address by --vault or the variable VAULT_ADDR.";
  return { where, must: "must come with an address of Vault", got: "none", advice };
}
