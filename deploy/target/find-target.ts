import { deliveryTargetPath, type DeliveryTarget } from "../../contract/delivery-target";
import { parseDeliveryTarget, readDeliveryTarget } from "../../contract/parse-delivery-target";
import { ConfigError } from "../../problems/config-error";
import type { Problem } from "../../problems/problem";
import { explained } from "../aws/explained";
import type { AwsPorts } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import { readVaultSecret } from "../vault/vault-client";
import type { VaultAccess } from "../vault/vault-access";
import type { TargetFile, TargetSource } from "./target-source";

export interface TargetName {
  readonly environment: string;
  readonly service: string;
}

type ParameterReader = Pick<AwsPorts, "getParameter" | "identity">;

/**
 * The delivery target of one service in one environment.
 *
 * @param aws asked only for a parameter
 * @throws PreconditionError when there is none, or it cannot be read
 */
export async function findTarget(
  name: TargetName,
  source: TargetSource,
  aws: ParameterReader,
): Promise<DeliveryTarget> {
  switch (source.kind) {
    case "parameter":
      return checkName(name, await fromParameter(name, aws), "the parameter");
    case "vault":
      return checkName(name, await fromVault(name, source), "Vault");
    case "files":
      return fromFiles(name, source.files);
  }
}

async function fromParameter(name: TargetName, aws: ParameterReader): Promise<DeliveryTarget> {
  const path = deliveryTargetPath(name.environment, name.service);
  const text = await explained(sourceOf(name), `SSM parameter ${path}`, () => aws.getParameter(path));
  if (text !== undefined) return accept(name, () => parseDeliveryTarget(text, `SSM parameter ${path}`));
  throw refuse(name, {
    where: `SSM parameter ${path}`,
    must: "must be there, written by Terraform",
    got: await nothingFor(aws),
    advice:
      "Check --env and --service, and that credentials and --region are of that environment's account (`ecs-env doctor`); a new service needs its services stack applied first.",
  });
}

/** Credentials of another account are the usual reason. */
async function nothingFor(aws: ParameterReader): Promise<string> {
  const caller = await aws.identity().catch(() => undefined);
  return caller === undefined ? "nothing" : `nothing with credentials of account ${caller.account}`;
}

async function fromVault(name: TargetName, vault: VaultAccess): Promise<DeliveryTarget> {
  const path = [vault.path.replaceAll(/^\/+|\/+$/g, ""), name.environment, name.service]
    .filter((part) => part !== "")
    .join("/");
  const place = `Vault ${vault.mount}/${path}`;
  const secret = await readVaultSecret(vault, path, sourceOf(name));
  if (secret !== undefined && secret !== null) return accept(name, () => readDeliveryTarget(secret, place));
  throw refuse(name, {
    where: place,
    must: "must be there, written by Terraform",
    got: "nothing",
    advice:
      "Check --env, --service, --vault-mount and --vault-path; the environment file must name this Vault.",
  });
}

function fromFiles(name: TargetName, files: readonly TargetFile[]): DeliveryTarget {
  const targets = files.map(({ path, text }) => accept(name, () => parseDeliveryTarget(text, path)));
  const target = targets.find((one) => isOf(name, one));
  if (target !== undefined) return target;
  throw refuse(name, {
    where: "--target",
    must: `must name the file of ${sourceOf(name)}`,
    got: targets.map(sourceOf).join(", "),
    advice: "Give the file of this service and environment; --target may be given several times.",
  });
}

function checkName(name: TargetName, target: DeliveryTarget, place: string): DeliveryTarget {
  if (isOf(name, target)) return target;
  throw refuse(name, {
    where: "environment and service",
    must: `must be ${sourceOf(name)} in what ${place} holds`,
    got: sourceOf(target),
    advice: "Somebody wrote another service's target there: apply the services stack again.",
  });
}

/** A document that is none stops a command before anything is changed, whoever wrote it. */
function accept(name: TargetName, read: () => DeliveryTarget): DeliveryTarget {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new PreconditionError(`${sourceOf(name)}: ${error.source}`, error.problems);
  }
}

function isOf(name: TargetName, target: DeliveryTarget): boolean {
  return target.environment === name.environment && target.service === name.service;
}

function sourceOf({ environment, service }: TargetName): string {
  return `${environment}/${service}`;
}

function refuse(name: TargetName, problem: Problem): PreconditionError {
  return new PreconditionError(sourceOf(name), [problem]);
}
