import type { CheckedContainer } from "../container-schema";
import type { JsonPath } from "../../../json-files/json-path";
import type { Finding } from "../finding";
import { showText } from "../../../json-files/show-text";
import type { ContainerCheck } from "./container-check";

/** All containers of a task share one network interface, so that a port belongs to one of them. */
export const uniquePorts: ContainerCheck = {
  reads: ["name", "portMappings"],
  find: (containers, { service, port }) => {
    const owners = new Map<string, string>();
    const application = containers.find(({ name }) => name === service);
    const isImplied = application !== undefined && (application.portMappings ?? []).length === 0;
    if (port !== undefined && isImplied) owners.set(`${port}/tcp`, service);
    return mappingsOf(containers).flatMap(({ path, mapping, container }): Finding[] => {
      const key = `${mapping.containerPort}/${mapping.protocol ?? "tcp"}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, container);
      if (owner === undefined) return [];
      const must = `must be unique in the task; container "${owner}" listens on it`;
      const advice = "Let one of the two listen on another port.";
      return [{ path: [...path, "containerPort"], must, got: key, advice }];
    });
  },
};

/** Names of port mappings are unique in a task. */
export const uniquePortNames: ContainerCheck = {
  reads: ["portMappings"],
  find: (containers) => {
    const seen = new Set<string>();
    return mappingsOf(containers).flatMap(({ path, mapping: { name } }): Finding[] => {
      if (name === undefined || !seen.has(name)) {
        if (name !== undefined) seen.add(name);
        return [];
      }
      const must = "must be unique in the task";
      return [{ path: [...path, "name"], must, got: showText(name), advice: "Rename one of the two." }];
    });
  },
};

/** With an interface per task there is no port of a host to map to. */
export const hostPortsEqual: ContainerCheck = {
  reads: ["portMappings"],
  find: (containers) =>
    mappingsOf(containers).flatMap(({ path, mapping: { containerPort, hostPort } }): Finding[] => {
      if (hostPort === undefined || hostPort === containerPort) return [];
      const must = `must equal containerPort (${containerPort}), because the task has its own network interface`;
      return [{ path: [...path, "hostPort"], must, got: String(hostPort), advice: 'Remove "hostPort".' }];
    }),
};

/** The load balancer reaches the application container at the port of the service. */
export const servicePortMapped: ContainerCheck = {
  reads: ["name", "portMappings"],
  find: (containers, { service, port }) => {
    if (port === undefined) return [];
    return containers.flatMap(({ name, portMappings = [] }, index): Finding[] => {
      if (name !== service || portMappings.length === 0) return [];
      const ports = portMappings
        .filter(({ protocol }) => protocol !== "udp")
        .map((mapping) => mapping.containerPort);
      if (ports.includes(port)) return [];
      const must = `must contain the port of the service, ${port}/tcp`;
      const got = portMappings
        .map(({ containerPort, protocol = "tcp" }) => `${containerPort}/${protocol}`)
        .join(", ");
      const advice = `Add { "containerPort": ${port} }, or remove "portMappings": the library adds it.`;
      return [{ path: [index, "portMappings"], must, got, advice }];
    });
  },
};

type PortMapping = NonNullable<CheckedContainer["portMappings"]>[number];

interface PlacedMapping {
  readonly path: JsonPath;
  readonly container: string;
  readonly mapping: PortMapping;
}

function mappingsOf(containers: readonly CheckedContainer[]): PlacedMapping[] {
  return containers.flatMap(({ name, portMappings = [] }, index) =>
    portMappings.map((mapping, position) => ({
      path: [index, "portMappings", position],
      container: name,
      mapping,
    })),
  );
}
