import type { Estate } from "../../../config/environment";
import { rolling, shifting } from "../a-deployment";
import { aBackend } from "../an-environment";
import { environment, estateOf } from "./every-way-to-deploy";

/** What the tokens of the pipeline on the branch `main` of the project `shop/shop` say. */
export const tokenOfMain = {
  iss: "https://gitlab.com",
  aud: "https://gitlab.com",
  sub: "project_path:shop/shop:ref_type:branch:ref:main",
};

const deployments = {
  orders: shifting("canary"),
  carts: shifting("canary", { controller: "codedeploy" }),
  bills: rolling(),
};

/** In `dev`: a service that ECS deploys, one that CodeDeploy deploys, and another; one pipeline deploys them all. */
export function twoControllers(): Estate {
  const deployedBy = [
    { from: "gitlab", host: "gitlab.com", project: "shop/shop", ref: { branch: "main" } } as const,
  ];
  const services = Object.entries(deployments).map(([name, deployment], index) => [
    name,
    aBackend(name, { deployment, listenerPort: 8080 + index, deployedBy }),
  ]);
  return estateOf([environment("dev", "111111111111", Object.fromEntries(services))]);
}
