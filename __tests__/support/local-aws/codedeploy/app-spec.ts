import { isRecord } from "../is-record";
import { AwsError } from "../protocol/aws-error";
import { lifecycleEvents } from "./deployment-group";

export interface AppSpec {
  readonly taskDefinition: string;
  readonly container: string;
  readonly port: number;
  /** Functions by lifecycle event. */
  readonly hooks: Readonly<Record<string, string>>;
}

/**
 * Reads the content of an AppSpec file for ECS.
 *
 * @throws AwsError when CodeDeploy would refuse it
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html#reference-appspec-file-structure-resources-ecs
 */
export function readAppSpec(content: string | undefined): AppSpec {
  const spec = parse(content);
  if (String(spec["version"]) !== "0.0") throw refused("the version must be 0.0");
  const [resource, ...others] = Array.isArray(spec["Resources"]) ? spec["Resources"] : [];
  const target = isRecord(resource) ? Object.values(resource)[0] : undefined;
  if (others.length > 0 || !isRecord(target) || target["Type"] !== "AWS::ECS::Service")
    throw refused("there must be one resource, of type AWS::ECS::Service");
  const properties = isRecord(target["Properties"]) ? target["Properties"] : {};
  const { TaskDefinition, LoadBalancerInfo } = properties;
  const { ContainerName, ContainerPort } = isRecord(LoadBalancerInfo) ? LoadBalancerInfo : {};
  if (
    typeof TaskDefinition !== "string" ||
    typeof ContainerName !== "string" ||
    typeof ContainerPort !== "number"
  )
    throw refused("TaskDefinition, ContainerName and ContainerPort are required");
  return {
    taskDefinition: TaskDefinition,
    container: ContainerName,
    port: ContainerPort,
    hooks: readHooks(spec["Hooks"]),
  };
}

function readHooks(hooks: unknown): Record<string, string> {
  const pairs = (Array.isArray(hooks) ? hooks : []).filter(isRecord).flatMap((hook) => Object.entries(hook));
  const known: readonly string[] = lifecycleEvents;
  for (const [event] of pairs) if (!known.includes(event)) throw refused(`there is no hook ${event}`);
  return Object.fromEntries(pairs.map(([event, target]) => [event, String(target)]));
}

function parse(content: string | undefined): Record<string, unknown> {
  try {
    const spec: unknown = JSON.parse(content ?? "");
    if (isRecord(spec)) return spec;
  } catch {
    // Said below.
  }
  throw refused("it is not JSON");
}

function refused(why: string): AwsError {
  return new AwsError("InvalidRevisionException", `The AppSpec file is not valid: ${why}.`);
}
