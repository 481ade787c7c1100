import { asksFor } from "../reading/asked-for";
import { items, text, texts } from "../../values/reading";
import { referencedKinds } from "../every-type/referenced-kinds";
import { type Rule } from "../rule";

/** A capacity provider that the cluster of a service does not have. */
export const serviceCapacity: Rule = {
  id: "service-capacity",
  types: ["aws_ecs_service"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
  check(change) {
    const { cloud, region, values } = change;
    const cluster = cloud
      .all("aws_ecs_cluster")
      .find(
        (one) =>
          one.region === region &&
          referencedKinds.cluster.names(one.values).includes(text(values, "cluster")),
      );
    if (!cluster || !asksFor(change, "capacity_provider_strategy")) return [];
    const associated = cloud
      .all("aws_ecs_cluster_capacity_providers")
      .filter(
        (one) => one.region === region && text(one.values, "cluster_name") === text(cluster.values, "name"),
      )
      .flatMap((one) => texts(one.values, "capacity_providers"));
    const strange = items(values, "capacity_provider_strategy")
      .flatMap((item) => text(item, "capacity_provider") ?? [])
      .filter((name) => !associated.includes(name));
    return strange.map((name) => ({
      code: "InvalidParameterException",
      message:
        "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. " +
        "Associate the capacity provider with the cluster and try again.",
      advice: `Add ${name} to capacity_providers of aws_ecs_cluster_capacity_providers.`,
      path: ["capacity_provider_strategy"],
    }));
  },
};
