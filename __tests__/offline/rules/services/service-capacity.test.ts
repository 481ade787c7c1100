import { serviceCapacity } from "../../../../offline/rules/services/service-capacity";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_ecs_cluster", values: { name: "dev", arn: "arn" } },
  {
    type: "aws_ecs_cluster_capacity_providers",
    values: { cluster_name: "dev", capacity_providers: ["FARGATE"] },
  },
]);

function service(provider: Value, cluster = "dev") {
  const values: Values = {
    cluster,
    capacity_provider_strategy: [{ capacity_provider: provider, weight: 1 }],
  };
  return aChange("aws_ecs_service", values, { cloud });
}

describe("The capacity provider of a service", () => {
  test.each<[Value, string]>([
    ["FARGATE", "dev"],
    ["FARGATE", "arn"],
    [unknown, "dev"],
    ["FARGATE_SPOT", "elsewhere"],
  ])("is accepted: %p in %s", (provider, cluster) => {
    expect(codes(serviceCapacity, service(provider, cluster))).toEqual([]);
  });

  test("is refused when the cluster does not have it", () => {
    expect(codes(serviceCapacity, service("FARGATE_SPOT", "arn"))).toEqual(["InvalidParameterException"]);
  });
});
