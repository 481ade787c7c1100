import type { Environment, ServiceSettings } from "../../config/environment";

/** The same environment in another account. Never checked, so that there may be more of them than a repository allows. */
export function copyEnvironment(environment: Environment, index: number): Environment {
  const name = `copy-${index}`;
  return {
    ...environment,
    name,
    account: String(100_000_000_000 + index),
    tags: { ...environment.tags, Environment: name },
    network: { ...environment.network, cidr: `10.${index % 256}.0.0/16` },
    domain: { zone: `${name}.example.com`, name: `shop.${name}.example.com` },
  };
}

/** The environment with pairs of services: a frontend that calls a backend that uses the databases. */
export function withServices(environment: Environment, count: number): Environment {
  const { frontend, backend } = environment.services;
  if (frontend?.kind !== "frontend" || backend?.kind !== "backend") {
    throw new Error(`${environment.name} has no frontend and backend to copy`);
  }
  const pairs = Array.from({ length: Math.ceil(count / 2) }, (_, index): [string, ServiceSettings][] => [
    [
      `web-${index}`,
      {
        ...frontend,
        containers: frontend.containers.map((container) => ({
          ...container,
          name: container.name === "frontend" ? `web-${index}` : container.name,
        })),
        calls: [`api-${index}`],
        routes: [{ path: `/${index}/*`, priority: index + 1 }],
      },
    ],
    [
      `api-${index}`,
      {
        ...backend,
        containers: backend.containers.map((container) => ({
          ...container,
          name: container.name === "backend" ? `api-${index}` : container.name,
        })),
        listenerPort: 8080 + index,
      },
    ],
  ]);
  return { ...environment, services: Object.fromEntries(pairs.flat().slice(0, count)) };
}
