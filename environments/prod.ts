import { defineEnvironment } from "../config/define-environment";

/** What customers use: three zones, each with its own way out, and a standby of the database. */
export const prod = defineEnvironment({
  name: "prod",
  account: "444444444444",
  region: "eu-west-1",
  production: true,
  tags: { Team: "shop", CostCenter: "production" },
  registry: { account: "999999999999" },
  network: { cidr: "10.40.0.0/16", zones: ["a", "b", "c"], nat: "per-zone" },
  domain: { zone: "prod.example.com", name: "shop.prod.example.com" },
  loadBalancers: { webAcl: "block" },
  promotedFrom: "uat",
  deployedBy: [{ from: "gitlab", project: "shop/shop", branch: "main" }],
  databases: {
    app: {
      engine: "postgres",
      version: "17",
      instanceClass: "db.m7g.large",
      storageGiB: 100,
      maxStorageGiB: 1000,
      multiAz: true,
      backupDays: 35,
    },
  },
  services: {
    frontend: {
      kind: "frontend",
      port: 8080,
      cpu: 512,
      memoryMiB: 1024,
      routes: [{ path: "/*" }],
      calls: ["backend"],
      deployment: { strategy: "canary", percent: 10, alarms: { errorPercent: 5 } },
      scaling: { minTasks: 3, maxTasks: 12, cpuPercent: 60 },
      longestRequestSeconds: 30,
    },
    backend: {
      kind: "backend",
      port: 8080,
      cpu: 1024,
      memoryMiB: 2048,
      healthCheck: { path: "/health" },
      databases: ["app"],
      deployment: { strategy: "blue-green", alarms: { errorPercent: 5 } },
      outbound: [{ to: "198.51.100.0/24", port: 443, reason: "Payment provider" }],
      scaling: { minTasks: 3, maxTasks: 12, cpuPercent: 60 },
      longestRequestSeconds: 30,
    },
  },
});
