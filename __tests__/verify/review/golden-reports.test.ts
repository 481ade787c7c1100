import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Environment } from "../../../config/environment";
import { type Stack } from "../../../terraform/stacks/stack";
import { type EnvironmentReview } from "../../../verify/review/review-input";
import { renderMarkdown } from "../../../verify/review/markdown/render-markdown";
import { aBackend } from "../../support/an-environment";
import { ourStacks, withChange } from "../../support/verified";
import { ours, reportOf, stacksWith } from "./our-sides";

interface Case {
  readonly file: string;
  readonly head: () => readonly Stack[];
  readonly facts?: Readonly<Record<string, EnvironmentReview>>;
}

/** An environment whose backend has a variable with another value. */
function withVariable(environment: Environment, name: string, value: string): Environment {
  const { backend } = environment.services;
  if (backend === undefined) throw new Error("every environment has a backend");
  const containers = backend.containers.map((container) =>
    container.name === "backend"
      ? {
          ...container,
          environment: [...(container.environment ?? []).filter((one) => one.name !== name), { name, value }],
        }
      : container,
  );
  return { ...environment, services: { ...environment.services, backend: { ...backend, containers } } };
}

function withPassword(stack: Stack): Stack {
  const configuration = JSON.parse(JSON.stringify(stack.configuration));
  const database = configuration.resource.aws_db_instance.app_database;
  delete database.manage_master_user_password;
  database.password = "fT9_planted_in_an_attribute";
  return { ...stack, configuration };
}

const cases: readonly Case[] = [
  {
    file: "one-variable",
    head: () => stacksWith(withVariable(ours("dev"), "LOG_LEVEL", "info")),
  },
  {
    file: "one-variable-everywhere",
    head: () =>
      stacksWith(
        ...["dev", "sit", "uat", "prod"].map((name) => withVariable(ours(name), "CHECKOUT_V2", "true")),
      ),
  },
  {
    file: "new-service",
    head: () => {
      const dev = ours("dev");
      const { frontend, ...others } = dev.services;
      const orders = aBackend("orders", { databases: ["app"], listenerPort: 8081 });
      if (frontend?.kind !== "frontend") throw new Error("dev has a frontend");
      return stacksWith({
        ...dev,
        services: { frontend: { ...frontend, calls: ["backend", "orders"] }, ...others, orders },
      });
    },
    facts: {
      dev: {
        picture:
          "flowchart LR\n  internet --> service.frontend\n  service.frontend --> service.orders:::added",
      },
    },
  },
  {
    file: "one-environment-more",
    head: () => {
      const { network, ...sit } = ours("sit");
      return stacksWith({
        ...sit,
        name: "perf",
        account: "555555555555",
        domain: { zone: "perf.example.com", name: "shop.perf.example.com" },
        network: { ...network, cidr: "10.50.0.0/16" },
        tags: { ...sit.tags, Environment: "perf" },
      });
    },
  },
  {
    file: "database-engine",
    head: () => {
      const dev = ours("dev");
      const { app } = dev.databases;
      if (app === undefined) throw new Error("dev has a database");
      return stacksWith({
        ...dev,
        databases: {
          app: { ...app, engine: "mysql", version: "8.4", port: 3306, performanceInsights: false },
        },
      });
    },
  },
  {
    file: "renamed-service",
    head: () => {
      const dev = ours("dev");
      const { frontend, backend } = dev.services;
      if (frontend?.kind !== "frontend" || backend === undefined) throw new Error("dev has both");
      const [container, ...others] = backend.containers;
      const api = { ...backend, containers: [{ ...container, name: "api" }, ...others] };
      return stacksWith({ ...dev, services: { frontend: { ...frontend, calls: ["api"] }, api } });
    },
  },
  { file: "nothing", head: () => ourStacks() },
  {
    file: "opened-port",
    head: () =>
      withChange("prod-services", ({ resource = {} }) => {
        const rule = {
          description: "For the migration",
          from_port: 5432,
          to_port: 5432,
          ip_protocol: "tcp",
        };
        const [frontend, database] = [
          "${aws_security_group.frontend_service_security_group.id}",
          "${data.terraform_remote_state.data.outputs.aws_security_group_app_database_security_group_id}",
        ];
        Object.assign(resource["aws_vpc_security_group_egress_rule"] ?? {}, {
          migration: { ...rule, security_group_id: frontend, referenced_security_group_id: database },
        });
        Object.assign(resource["aws_vpc_security_group_ingress_rule"] ?? {}, {
          migration: { ...rule, security_group_id: database, referenced_security_group_id: frontend },
        });
      }),
  },
  {
    file: "secrets-planted",
    head: () => {
      const planted = withVariable(ours("dev"), "ORDERS_API_KEY", "fT9_planted_in_a_variable");
      const stacks = stacksWith(
        withVariable(planted, "CACHE_URL", "redis://app:fT9_planted_in_a_url@cache.example.com/0"),
      );
      return stacks.map((stack) => (stack.name === "dev-data" ? withPassword(stack) : stack));
    },
  },
];

describe("Golden reports", () => {
  test.each(cases)("$file", ({ file, head, facts }) => {
    const report = reportOf(head(), facts);
    expectGolden(`${file}.md`, renderMarkdown(report, { dialect: "github" }));
  });

  test("hold none of the planted secrets", () => {
    expect(readFileSync(join(__dirname, "golden", "secrets-planted.md"), "utf8")).not.toContain("planted_in");
  });

  test("new-service on Bitbucket", () => {
    const { head, facts } = cases.find(({ file }) => file === "new-service") ?? { head: ourStacks };
    expectGolden(
      "new-service.bitbucket.md",
      renderMarkdown(reportOf(head(), facts), { dialect: "bitbucket" }),
    );
  });
});

/** Files that people review; `UPDATE_REPORTS=1` writes them anew. */
function expectGolden(name: string, text: string): void {
  const path = join(__dirname, "golden", name);
  if (process.env["UPDATE_REPORTS"] !== undefined) writeFileSync(path, text);
  expect(existsSync(path) ? readFileSync(path, "utf8") : "").toBe(text);
}
