import { releaseDefinition } from "../../../deploy/release/release-definition";

const digest = `sha256:${"a".repeat(64)}`;
const target = {
  version: 1 as const,
  environment: "dev",
  service: "orders",
  account: "111111111111",
  region: "eu-west-1",
  cluster: "dev",
  serviceName: "orders",
  taskFamily: "dev-orders",
  templateArn: "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-orders:1",
  container: "orders",
  repositoryUrl: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders",
  imageTag: "dev",
  deployRoleArn: "arn:aws:iam::111111111111:role/dev-orders-deploy",
  strategy: "rolling" as const,
  controller: "ecs" as const,
};

describe("the definition of a release", () => {
  const taskDefinition = {
    taskDefinitionArn: target.templateArn,
    family: "dev-orders",
    revision: 1,
    status: "ACTIVE" as const,
    registeredAt: new Date(0),
    registeredBy: "terraform",
    compatibilities: ["FARGATE" as const],
    requiresAttributes: [{ name: "x" }],
    cpu: "256",
    memory: "512",
    volumes: [],
    containerDefinitions: [
      { name: "orders", image: `${target.repositoryUrl}:dev`, environment: [{ name: "A", value: "1" }] },
      { name: "proxy", image: "envoy:1", essential: false },
    ],
  };

  test("is the template with another image in the application container, and what AWS adds left out", () => {
    expect(releaseDefinition(target, { taskDefinition, tags: [] }, { digest })).toEqual({
      family: "dev-orders",
      cpu: "256",
      memory: "512",
      volumes: [],
      containerDefinitions: [
        {
          name: "orders",
          image: `${target.repositoryUrl}@${digest}`,
          environment: [{ name: "A", value: "1" }],
        },
        { name: "proxy", image: "envoy:1", essential: false },
      ],
      tags: [{ key: "ecs-env:digest", value: digest }],
    });
  });
});
