import { execFile } from "node:child_process";
import { ConfigError } from "../../problems/config-error";
import { formatGiven } from "../../problems/problem";
import { asObject } from "../stacks/stack";

/** State locks of S3 without a table came with 1.10, see https://developer.hashicorp.com/terraform/language/backend/s3 */
const oldest = [1, 10] as const;

/**
 * Finds the binary: the one asked for, else `TERRAFORM_BINARY_NAME` as cdktf does, else terraform, else tofu in PATH.
 *
 * @throws ConfigError when there is none or when it is too old.
 */
export async function findTerraform(asked: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const named = asked ?? (env["TERRAFORM_BINARY_NAME"] || undefined);
  const candidates = named !== undefined ? [named] : ["terraform", "tofu"];
  for (const binary of candidates) {
    const version = await versionOf(binary, env);
    if (version !== undefined) return checkVersion(binary, version);
  }
  throw new ConfigError("terraform", [
    {
      where: asked !== undefined ? "--terraform" : named !== undefined ? "TERRAFORM_BINARY_NAME" : "PATH",
      must: `must hold terraform or tofu, ${oldest.join(".")} or newer`,
      got: named !== undefined ? formatGiven(named) : "neither",
      advice:
        "Install Terraform (https://developer.hashicorp.com/terraform/install) or name the binary by --terraform <path>.",
    },
  ]);
}

/** Undefined for what is not there, cannot run or does not answer as Terraform does. */
async function versionOf(binary: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const stdout = await new Promise<string>((resolve) => {
    execFile(binary, ["version", "-json"], { env }, (error, text) => resolve(error ? "" : text));
  });
  try {
    const { terraform_version: version } = asObject(JSON.parse(stdout));
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}

function checkVersion(binary: string, version: string): string {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return binary;
  const must = `must be ${oldest.join(".")} or newer`;
  const advice = "Install a newer one, or name another binary by --terraform <path>.";
  throw new ConfigError("terraform", [{ where: binary, must, got: version, advice }]);
}
