import type { Environment, ServiceSettings } from "../../../config/environment";
import type { Deployment } from "../../../contract/deployment";
import { rolling, shifting } from "../../support/a-deployment";
import { aBackend, aFrontend, anEnvironment } from "../../support/an-environment";

const testHeader = { name: "x-release", value: "7f3c9a" };
const hooks = [
  {
    functionArn: "arn:aws:lambda:eu-west-1:111111111111:function:ask",
    stages: ["POST_TEST_TRAFFIC_SHIFT"],
  },
];

/** Every way to deploy; names are short, because those of target groups are. */
export const strategies: Readonly<Record<string, Deployment>> = {
  roll: rolling(),
  shift: shifting("blue-green", { testHeader, hooks }),
  canary: shifting("canary"),
  linear: shifting("linear"),
  cd: shifting("blue-green", { controller: "codedeploy" }),
  cdcanary: shifting("canary", { controller: "codedeploy" }),
};

/** Strategies that have the same owners as one before: only one frontend and one backend each. */
const alike = ["canary", "linear", "cdcanary"];

/** An environment with frontends and backends of every strategy, with and without autoscaling (`-scaled`). */
export function everyStrategy(): Environment {
  const services = Object.entries(strategies).flatMap(([strategy, deployment], index) =>
    [false, true].flatMap((isScaled): [string, ServiceSettings][] => {
      const name = `${strategy}${isScaled ? "-scaled" : ""}`;
      const scaling = { minTasks: 2, maxTasks: 4, ...(isScaled && { cpuPercent: 60 }) };
      const priority = 100 + 10 * index + (isScaled ? 5 : 0);
      const routes = [{ path: `/${name}/*`, priority, testPriority: priority - 1 }];
      const [web, api] = [`web-${name}`, `api-${name}`];
      const frontend = aFrontend(web, { deployment, scaling, routes });
      const backend = aBackend(api, { deployment, scaling, listenerPort: 8000 + priority });
      if (alike.includes(strategy)) return isScaled ? [[api, backend]] : [[web, frontend]];
      return [
        [web, frontend],
        [api, backend],
      ];
    }),
  );
  return smallEnvironment(Object.fromEntries(services));
}

/** An environment with these services and nothing that they do not need. */
export function smallEnvironment(services: Environment["services"]): Environment {
  return anEnvironment({ account: "111111111111", domain: undefined, databases: {}, services });
}
