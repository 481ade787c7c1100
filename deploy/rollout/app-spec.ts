import type { DeliveryTarget } from "../../contract/delivery-target";

/**
 * What CodeDeploy is told to deploy, as the content of an AppSpec file in JSON.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html#reference-appspec-file-structure-resources-ecs
 */
export function appSpec(target: DeliveryTarget, revisionArn: string): string {
  const hooks = Object.entries(target.codedeploy?.hooks ?? {}).map(([stage, functionArn]) => ({
    [stage]: functionArn,
  }));
  return JSON.stringify({
    // A string: as a number, JSON would write 0.
    version: "0.0",
    Resources: [
      {
        TargetService: {
          Type: "AWS::ECS::Service",
          Properties: {
            TaskDefinition: revisionArn,
            LoadBalancerInfo: { ContainerName: target.container, ContainerPort: target.containerPort },
          },
        },
      },
    ],
    ...(hooks.length === 0 ? {} : { Hooks: hooks }),
  });
}
