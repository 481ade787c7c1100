import { clusterInUse } from "../../../../offline/rules/services/cluster-in-use";
import { aCloud, aDelete, codes } from "../../../support/a-cloud";

const cluster = { type: "aws_ecs_cluster", values: { name: "dev", arn: "arn" } };

describe("A cluster", () => {
  test.each(["dev", "arn"])("is not deleted while it has services that name it %s", (name) => {
    const cloud = aCloud([cluster, { type: "aws_ecs_service", values: { name: "app", cluster: name } }]);
    expect(codes(clusterInUse, aDelete(cloud, "aws_ecs_cluster"))).toEqual([
      "ClusterContainsServicesException",
    ]);
  });

  test("is deleted when the services are in another", () => {
    const cloud = aCloud([cluster, { type: "aws_ecs_service", values: { name: "app", cluster: "sit" } }]);
    expect(codes(clusterInUse, aDelete(cloud, "aws_ecs_cluster"))).toEqual([]);
  });
});
