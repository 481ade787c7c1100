import type { Environment, Estate, ServiceSettings } from "../../../config/environment";
import type { Deployment } from "../../../contract/deployment";
import { rolling, shifting } from "../a-deployment";
import { aBackend, aFrontend, anEnvironment, aWorker } from "../an-environment";

const scaled = { minTasks: 2, maxTasks: 4, cpuPercent: 60 };

/** Every way to deploy; names are short, because those of target groups are. */
const deployments: Readonly<Record<string, Deployment>> = {
  roll: rolling(),
  shift: shifting("blue-green", { testHeader: { name: "x-release", value: "7f3c9a" } }),
  canary: shifting("canary"),
  linear: shifting("linear"),
  cdshift: shifting("blue-green", { controller: "codedeploy" }),
  cdcanary: shifting("canary", { controller: "codedeploy" }),
  cdlinear: shifting("linear", { controller: "codedeploy" }),
};

/** A frontend and a backend for every way that ECS deploys, a backend for every way of CodeDeploy, and a worker; backends are autoscaled. In `dev`. */
export function everyWayToDeploy(variables: Readonly<Record<string, string>> = {}): Estate {
  const pairs = Object.entries(variables).map(([name, value]) => ({ name, value }));
  const containers = (name: string) => [{ name, environment: pairs }];
  const services = Object.entries(deployments).flatMap(
    ([way, deployment], index): [string, ServiceSettings][] => {
      const priority = 100 + 10 * index;
      const routes = [{ path: `/${way}/*`, priority, testPriority: priority - 1 }];
      const [web, api] = [`web-${way}`, `api-${way}`];
      const backend = aBackend(api, {
        deployment,
        scaling: scaled,
        listenerPort: 8000 + priority,
        containers: containers(api),
      });
      if (deployment.controller === "codedeploy") return [[api, backend]];
      return [
        [web, aFrontend(web, { deployment, routes, containers: containers(web) })],
        [api, backend],
      ];
    },
  );
  const work = aWorker("work", { containers: containers("work") });
  return estateOf([environment("dev", "111111111111", { ...Object.fromEntries(services), work })]);
}

/** An environment with these services and nothing that they do not need. */
export function environment(
  name: string,
  account: string,
  services: Environment["services"],
  settings: Partial<Environment> = {},
): Environment {
  return anEnvironment({ name, account, domain: undefined, databases: {}, services, ...settings });
}

export function estateOf(environments: readonly Environment[]): Estate {
  const tooling = {
    account: "999999999999",
    region: "eu-west-1",
    state: { kind: "local" },
    tags: {},
    repositories: [],
    oidcProviders: "created",
  } as const;
  return { tooling, environments };
}
