import type { ClusterAttributes } from "../../constructs/services/cluster";
import type { ContainerServiceSettings } from "../../constructs/services/container-service-settings";
import type { Synthesis } from "../../testing/synthesis";
import { aNetwork } from "./a-network";

/** Repositories of the tooling account, as environments use them. */
export const registry = "999999999999.dkr.ecr.eu-west-1.amazonaws.com";

/** A cluster that exists already and logs no exec sessions. */
export function aCluster(attributes: Partial<ClusterAttributes> = {}): ClusterAttributes {
  return { clusterName: "test", clusterArn: "arn:cluster", ...attributes };
}

/** A cluster that logs exec sessions. */
export function aClusterWithExec(): ClusterAttributes {
  return aCluster({ exec: { logGroupArn: "arn:exec-logs", encryptionKeyArn: "arn:exec-key" } });
}

/** The least that every service needs: `orders` in the environment `test`. */
export function serviceSettings(settings: Partial<ContainerServiceSettings> = {}): ContainerServiceSettings {
  return {
    environment: "test",
    name: "orders",
    account: "123456789012",
    region: "eu-west-1",
    cluster: aCluster(),
    network: aNetwork(),
    containers: [{ name: "orders" }],
    image: `${registry}/orders:test`,
    seedImage: `${registry}/seed:1`,
    ...settings,
  };
}

/** What a service needs to be opened by people. */
export function execSettings(): Partial<ContainerServiceSettings> {
  const containers = [{ name: "orders", readonlyRootFilesystem: false }];
  return { exec: true, cluster: aClusterWithExec(), containers };
}

/** Attributes of a container, as they stand in the synthesized local value. */
export type SynthesizedContainer = Readonly<Record<string, unknown>>;

/** The containers of a task template by the name of its local value. */
export function containersIn(synthesis: Synthesis, local: string): readonly SynthesizedContainer[] {
  const containers = synthesis.local(local);
  if (!Array.isArray(containers)) throw new Error(`${synthesis.stackName} has no list ${local}`);
  return containers as readonly SynthesizedContainer[];
}
