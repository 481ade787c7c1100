import { text } from "../../values/reading";
import { referencedKinds } from "../every-type/referenced-kinds";
import { type Rule } from "../rule";

/** A cluster that still has services. */
export const clusterInUse: Rule = {
  id: "cluster-in-use",
  types: ["aws_ecs_cluster"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteCluster.html",
  check({ cloud, region, values }) {
    const names = referencedKinds.cluster.names(values);
    const services = cloud
      .all("aws_ecs_service")
      .filter((service) => service.region === region)
      .filter((service) => names.includes(text(service.values, "cluster") ?? "default"))
      .flatMap((service) => text(service.values, "name") ?? []);
    if (services.length === 0) return [];
    return [
      {
        code: "ClusterContainsServicesException",
        message: "The Cluster cannot be deleted while Services are active.",
        advice: `Delete its services first: ${services.join(", ")}.`,
      },
    ];
  },
};
