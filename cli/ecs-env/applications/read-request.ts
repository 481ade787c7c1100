import { readFile } from "node:fs/promises";
import type { DeliveryRequest, ServicesRequest } from "../../../deploy/commands/delivery-request";
import { ConfigError } from "../../../problems/config-error";
import { type Problem } from "../../../problems/problem";
import { type Command } from "../read-command";
import { originOf } from "./ci-variables";
import { readSource } from "./read-source";

/** Commands that are about one service alone. */
const ofOneService: readonly Command["name"][] = ["run"];

/** What all commands are given: services of one environment, or with `status` of several. @throws ConfigError | PreconditionError */
export function readRequests(
  command: Command,
  env: NodeJS.ProcessEnv,
): readonly [ServicesRequest, ...ServicesRequest[]] {
  const { name, values } = command;
  const environments = listOf(values[name === "promote" ? "to" : "env"]);
  const services = listOf(values["service"]);
  const problems: readonly Problem[] = [
    ...(name === "status" || environments.length === 1 ? [] : [onlyOne("--env", environments)]),
    ...(ofOneService.includes(name) && services.length !== 1 ? [onlyOne("--service", services)] : []),
    ...(name === "promote" && values["from"] === values["to"] ? [toItself(environments)] : []),
  ];
  if (problems.length > 0) throw new ConfigError("ecs-env", problems);
  const source = readSource(command, env);
  const access = {
    ...(values["region"] !== undefined && { region: values["region"] }),
    ...attemptsOf(env),
    ...webIdentityOf(env),
  };
  const [first = "", ...others] = environments;
  const requestOf = (environment: string) => ({ environment, services, source, access });
  return [requestOf(first), ...others.map(requestOf)];
}

/** What the commands that change something are given besides. */
export function deliveryOf(
  request: ServicesRequest,
  { flags, values }: Command,
  env: NodeJS.ProcessEnv,
): DeliveryRequest {
  const { commit, pipeline, person, timeout, unproven } = values;
  const given = {
    ...(commit !== undefined && { commit }),
    ...(pipeline !== undefined && { pipeline }),
    ...(person !== undefined && { person }),
  };
  return {
    ...request,
    origin: originOf(given, env),
    pollSeconds: pollSecondsOf(values),
    ...(timeout !== undefined && { timeoutMinutes: Number(timeout) }),
    isAwaited: !flags.has("no-wait"),
    waitsForOther: flags.has("wait-for-other"),
    isDespiteAlarms: flags.has("despite-alarms"),
    isDryRun: flags.has("dry-run"),
    ...(unproven !== undefined && { unproven }),
  };
}

export function pollSecondsOf({ poll }: Command["values"]): number {
  return poll === undefined ? 5 : Number(poll);
}

/** In the order given, each once. */
function listOf(text: string | undefined): readonly string[] {
  return [...new Set(text?.split(","))];
}

/** The SDK's own variable; what is no number is left to the default. */
function attemptsOf({ AWS_MAX_ATTEMPTS: attempts }: NodeJS.ProcessEnv) {
  return attempts !== undefined && /^[1-9]\d?$/.test(attempts) ? { maxAttempts: Number(attempts) } : {};
}

function webIdentityOf({ AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ROLE_ARN: role }: NodeJS.ProcessEnv) {
  if (!file) return {};
  return { readWebIdentityToken: () => readFile(file, "utf8"), ...(role && { webIdentityRoleArn: role }) };
}

function onlyOne(where: string, given: readonly string[]): Problem {
  return { where, must: "must name one", got: given.join(","), advice: "Call the command once for each." };
}

function toItself([environment = ""]: readonly string[]): Problem {
  const advice = "Name the environment that gets the release.";
  return { where: "--to", must: "must be another environment than --from", got: environment, advice };
}
