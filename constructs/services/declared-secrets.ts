import type { ContainerDefinition } from "../../contract/container-definition";
import { literalText } from "../text/literal-text";
import type { ServiceIdentity } from "./service-identity";
import type { ServiceSecret } from "./service-roles";

/** Secrets in the containers' own definitions, with the ARN to grant. */
export function declaredSecrets(
  containers: readonly ContainerDefinition[],
  { account, region }: ServiceIdentity,
): ServiceSecret[] {
  return containers
    .flatMap((container) => container.secrets ?? [])
    .map(({ valueFrom }) => ({
      valueFrom,
      resourceArn: literalText(grantedArn(valueFrom, account, region)),
    }));
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html */
function grantedArn(valueFrom: string, account: string, region: string): string {
  if (valueFrom.startsWith("arn:aws:secretsmanager:")) return valueFrom.split(":").slice(0, 7).join(":");
  if (valueFrom.startsWith("arn:")) return valueFrom;
  return `arn:aws:ssm:${region}:${account}:parameter/${valueFrom.replace(/^\//, "")}`;
}
