import type { Construct } from "constructs";
import { BackendService } from "../../../constructs/services/backend-service";
import { FrontendService } from "../../../constructs/services/frontend-service";
import { Worker } from "../../../constructs/services/worker";
import { aPublicLoadBalancer, anInternalLoadBalancer } from "../../support/a-network";
import { serviceSettings } from "../../support/a-service";
import { outputOf } from "../../support/output-of";

const routes = [{ path: "/*", priority: 1000 }];

const kinds = {
  FrontendService: (scope: Construct) =>
    new FrontendService(scope, "Orders", {
      ...serviceSettings(),
      port: 8080,
      publicLoadBalancer: aPublicLoadBalancer(),
      routes,
    }),
  BackendService: (scope: Construct) =>
    new BackendService(scope, "Orders", {
      ...serviceSettings(),
      port: 8080,
      internalLoadBalancer: anInternalLoadBalancer(),
    }),
  Worker: (scope: Construct) => new Worker(scope, "Orders", serviceSettings()),
};

describe.each(Object.entries(kinds))("What others need of a %s", (_, create) => {
  test("is its name", () => {
    expect(outputOf((stack) => create(stack).name)).toBe("orders");
  });

  test("is the template that deploys copy, not the seed", () => {
    expect(outputOf((stack) => create(stack).templateArn)).toBe(
      "${aws_ecs_task_definition.orders_template.arn}",
    );
  });

  test.each(["taskRoleArn", "executionRoleArn"] as const)("is its %s", (role) => {
    const name = role === "taskRoleArn" ? "task_role" : "execution_role";
    expect(outputOf((stack) => create(stack)[role])).toBe(`\${aws_iam_role.orders_${name}.arn}`);
  });

  test("is its deployment, rolling by default", () => {
    expect(outputOf((stack) => JSON.stringify(create(stack).deployment.strategy))).toBe('"rolling"');
  });

  test("is its security group", () => {
    expect(outputOf((stack) => create(stack).securityGroup.securityGroupId)).toBe(
      "${aws_security_group.orders_security_group.id}",
    );
  });
});
