import type { Estate } from "../../../config/environment";
import { aBackend } from "../an-environment";
import { environment, estateOf } from "./every-way-to-deploy";

/** Where `dev` keeps a copy of its delivery targets. */
export const vault = { address: "https://vault.example.com:8200", mount: "secret", path: "delivery" };

/** One service in `dev`, and in `sit`, which takes only what was healthy in `dev`; the pipeline of `main` deploys both. */
export function twoEnvironments(): Estate {
  const deployedBy = [
    { from: "gitlab", host: "gitlab.com", project: "shop/shop", ref: { branch: "main" } } as const,
  ];
  const services = { orders: aBackend("orders", { deployedBy }) };
  return estateOf([
    environment("dev", "111111111111", services, { vault }),
    environment("sit", "222222222222", services, { promotedFrom: "dev" }),
  ]);
}
