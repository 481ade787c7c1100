import { defineEnvironment } from "../config/define-environment";

/** Where users accept a release: the shape of production, smaller. */
export const uat = defineEnvironment({
  name: "uat",
  account: "333333333333",
  region: "eu-west-1",
  production: false,
  tags: { Team: "shop", CostCenter: "acceptance" },
  registry: { account: "999999999999" },
  network: {
    cidr: "10.30.0.0/16",
    zones: ["a", "b", "c"],
    nat: "single",
    flowLogs: "ALL",
    encryptLogs: true,
  },
  domain: { zone: "uat.example.com", name: "shop.uat.example.com" },
  loadBalancers: { webAcl: "block" },
  promotedFrom: "sit",
  deployedBy: [{ from: "gitlab", project: "shop/shop", branch: "main" }],
  databases: {
    app: { engine: "postgres", version: "17", instanceClass: "db.t4g.medium", multiAz: true },
  },
  services: {
    frontend: {
      kind: "frontend",
      port: 8080,
      routes: [{ path: "/*" }],
      calls: ["backend"],
      deployment: { strategy: "canary", percent: 10, alarms: { errorPercent: 5 } },
      scaling: { minTasks: 2, maxTasks: 4, cpuPercent: 60 },
      longestRequestSeconds: 30,
    },
    backend: {
      kind: "backend",
      port: 8080,
      healthCheck: { path: "/health" },
      databases: ["app"],
      deployment: { strategy: "blue-green", alarms: { errorPercent: 5 } },
      outbound: [{ to: "192.0.2.0/24", port: 443, reason: "Payment provider, test system" }],
      scaling: { minTasks: 2, maxTasks: 4, cpuPercent: 60 },
      longestRequestSeconds: 30,
    },
  },
});
