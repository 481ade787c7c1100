import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readContainers } from "../../../config/containers/read-containers";
import { shopFolder } from "../../support/shop";

const directory = join(shopFolder, "environments");

const accounts = { dev: "111111111111", sit: "222222222222", uat: "333333333333", prod: "444444444444" };

const files = Object.entries(accounts).flatMap(([environment, account]) =>
  readdirSync(join(directory, environment))
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ file: `${environment}/${name}`, service: name.slice(0, -5), environment, account })),
);

describe("The container files that we ship", () => {
  test("holds the containers of a frontend and a backend for each environment", () => {
    expect(files.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        ...["dev/backend.json", "dev/frontend.json", "sit/backend.json", "sit/frontend.json"],
        ...["uat/backend.json", "uat/frontend.json", "prod/backend.json", "prod/frontend.json"],
      ]),
    );
  });

  test.each(files)("$file is accepted for the smallest task", ({ file, service, environment, account }) => {
    const reasons: Record<string, string> = file === "dev/backend.json" ? { backend: "Shell sessions" } : {};
    const context = {
      ...{ environment, account, service, port: 8080, cpu: 256, memoryMiB: 512 },
      writableContainers: reasons,
      generatedNames: [
        "BACKEND_URL",
        "APP_DB_HOST",
        "APP_DB_PORT",
        "APP_DB_NAME",
        "APP_DB_USERNAME",
        "APP_DB_PASSWORD",
      ],
    };
    expect(readContainers(file, context, { directory }).problems).toEqual([]);
  });

  test("holds text with both of Terraform's template markers", () => {
    const backend = readContainers(
      "prod/backend.json",
      { service: "backend", writableContainers: {}, generatedNames: [] },
      { directory },
    );
    const values = backend.containers.flatMap(({ environment = [] }) =>
      environment.map(({ value }) => value),
    );
    expect(values.filter((value) => value.includes("${"))).not.toEqual([]);
    expect(values.filter((value) => value.includes("%{"))).not.toEqual([]);
  });
});
