import { defineEnvironment } from "../config/define-environment";

/** Where work in progress runs: small, one task each, no way to the internet. */
export const dev = defineEnvironment({
  name: "dev",
  account: "111111111111",
  region: "eu-west-1",
  production: false,
  tags: { Team: "shop", CostCenter: "development" },
  registry: { account: "999999999999" },
  network: { cidr: "10.10.0.0/16" },
  domain: { zone: "dev.example.com", name: "shop.dev.example.com" },
  deployedBy: [
    { from: "gitlab", project: "shop/shop", branch: "develop" },
    { from: "gitlab", project: "shop/shop", branch: "main" },
  ],
  databases: { app: { engine: "postgres", version: "17" } },
  services: {
    frontend: { kind: "frontend", port: 8080, routes: [{ path: "/*" }], calls: ["backend"] },
    backend: {
      kind: "backend",
      port: 8080,
      healthCheck: { path: "/health" },
      databases: ["app"],
      exec: true,
      writableContainers: { backend: "Shell sessions write into the container" },
    },
  },
});
