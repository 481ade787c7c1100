import type { DeliveryTarget } from "../../contract/delivery-target";

/** A valid document of a rolling backend. */
export function aDeliveryTarget(fields: Partial<DeliveryTarget> = {}): DeliveryTarget {
  return {
    version: 1,
    environment: "dev",
    service: "orders",
    account: "111111111111",
    region: "eu-west-1",
    cluster: "dev",
    serviceName: "orders",
    taskFamily: "dev-orders",
    templateArn: "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-orders:12",
    container: "orders",
    containerPort: 8080,
    repositoryUrl: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders",
    imageTag: "dev",
    deployRoleArn: "arn:aws:iam::111111111111:role/dev-orders-deploy",
    pushRoleArn: "arn:aws:iam::999999999999:role/orders-push",
    strategy: "rolling",
    controller: "ecs",
    ...fields,
  };
}

/** The same with CodeDeploy. */
export function aCodeDeployTarget(fields: Partial<DeliveryTarget> = {}): DeliveryTarget {
  return aDeliveryTarget({
    strategy: "canary",
    controller: "codedeploy",
    codedeploy: {
      application: "dev-orders",
      deploymentGroup: "dev-orders",
      hooks: { AfterAllowTestTraffic: "arn:aws:lambda:eu-west-1:111111111111:function:smoke" },
    },
    ...fields,
  });
}
