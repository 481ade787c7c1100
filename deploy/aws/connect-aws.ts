import type { AwsPorts, CallerIdentity } from "../ports/ports";
import type { RegistryPort } from "../ports/registry-port";
import { connectAlarms } from "./alarm-adapter";
import type { AwsAccess, AwsCredentials } from "./aws-access";
import { connectBalancers } from "./balancer-adapter";
import { clientOptions } from "./client-options";
import { connectCodeDeploy } from "./codedeploy-adapter";
import { connectEcs } from "./ecs-adapter";
import { connectLogs } from "./log-adapter";
import { once } from "./once";
import { connectRegistry } from "./registry-adapter";
import { unlessMissing } from "./unless-missing";

export interface AwsConnection extends Pick<AwsAccess, "region" | "maxAttempts" | "requestSeconds"> {
  /** Without them the SDK's default chain finds some. */
  readonly credentials?: AwsCredentials;
}

/** AWS by its SDK; nothing is loaded or called before it is needed. */
export function connectAws(connection: AwsConnection): AwsPorts {
  const registries = new Map<string, RegistryPort>();
  return {
    identity: once(() => askIdentity(connection)),
    getParameter: (name) => getParameter(connection, name),
    ecs: connectEcs(connection),
    registry: (repositoryUrl) => {
      const registry = registries.get(repositoryUrl) ?? connectRegistry(connection, repositoryUrl);
      registries.set(repositoryUrl, registry);
      return registry;
    },
    codedeploy: connectCodeDeploy(connection),
    balancers: connectBalancers(connection),
    alarms: connectAlarms(connection),
    logs: connectLogs(connection),
  };
}

async function askIdentity(connection: AwsConnection): Promise<CallerIdentity> {
  const { GetCallerIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
  const client = new STSClient(clientOptions(connection));
  const { Account: account, Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
  return { account: account ?? "", arn: arn ?? "" };
}

async function getParameter(connection: AwsConnection, name: string): Promise<string | undefined> {
  const { GetParameterCommand, SSMClient } = await import("@aws-sdk/client-ssm");
  const client = new SSMClient(clientOptions(connection));
  const answer = await unlessMissing(
    client.send(new GetParameterCommand({ Name: name })),
    "ParameterNotFound",
  );
  return answer?.Parameter?.Value;
}
