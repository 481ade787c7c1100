import { defineEnvironment } from "../config/define-environment";

/** Where services are tested together: one way to the internet, spot capacity. */
export const sit = defineEnvironment({
  name: "sit",
  account: "222222222222",
  region: "eu-west-1",
  production: false,
  tags: { Team: "shop", CostCenter: "test" },
  registry: { account: "999999999999" },
  network: { cidr: "10.20.0.0/16", nat: "single" },
  domain: { zone: "sit.example.com", name: "shop.sit.example.com" },
  promotedFrom: "dev",
  deployedBy: [{ from: "gitlab", project: "shop/shop", branch: "main" }],
  databases: { app: { engine: "postgres", version: "17", instanceClass: "db.t4g.small" } },
  services: {
    frontend: {
      kind: "frontend",
      port: 8080,
      routes: [{ path: "/*" }],
      calls: ["backend"],
      scaling: { minTasks: 1, maxTasks: 2 },
      spotPercent: 100,
    },
    backend: {
      kind: "backend",
      port: 8080,
      healthCheck: { path: "/health" },
      databases: ["app"],
      outbound: [{ to: "192.0.2.0/24", port: 443, reason: "Payment provider, test system" }],
      scaling: { minTasks: 1, maxTasks: 2 },
      spotPercent: 100,
    },
  },
});
