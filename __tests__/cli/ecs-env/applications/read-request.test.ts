import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deliveryOf, readRequests } from "../../../../cli/ecs-env/applications/read-request";
import { readCommand } from "../../../../cli/ecs-env/read-command";
import { PreconditionError } from "../../../../deploy/precondition-error";
import { ConfigError } from "../../../../problems/config-error";

const read = (argv: string, env: NodeJS.ProcessEnv = {}) => readRequests(readCommand(argv.split(" ")), env);
const deploy = "deploy --env dev --service orders --image x";

describe("The command line of an application command", () => {
  test("names services by commas or one by one, each once", () => {
    expect(read("wait --env dev --service a,b --service c --service a")).toMatchObject([
      { environment: "dev", services: ["a", "b", "c"] },
    ]);
  });

  test("names several environments for status alone", () => {
    expect(read("status --env dev,sit --service a").map(({ environment }) => environment)).toEqual([
      "dev",
      "sit",
    ]);
    expect(() => read("wait --env dev --env sit --service a")).toThrow("--env  must name one, got dev,sit.");
  });

  test("promotes to an environment, and not to itself", () => {
    expect(read("promote --from dev --to sit --service a")[0].environment).toBe("sit");
    expect(() => read("promote --from dev --to dev --service a")).toThrow(
      "--to  must be another environment",
    );
  });

  test("runs a command in one service", () => {
    expect(() => read("run --env dev --service a,b -- ls")).toThrow("--service  must name one, got a,b.");
  });

  test.each([
    ["--poll 0", "--poll  must be a number of seconds"],
    ["--poll 1e3", "--poll  must be a number of seconds"],
    ["--timeout 10081", "--timeout  must be a number of minutes"],
    ["--service ../x", "--service  must be names of lower-case letters"],
    ["--env Dev", "--env  must be names of lower-case letters"],
  ])("refuses %s", (option, message) => {
    expect(() => read(`${deploy} ${option}`)).toThrow(message);
  });

  test.each(["10x", "yesterday", "2026-11-21", "-5m"])("refuses a log since %s", (since) => {
    expect(() => read(`logs --env dev --service a --since=${since}`)).toThrow(
      "--since  must be a duration or a time",
    );
  });

  test("tells all that is wrong at once", () => {
    expect(() => read("deploy --service A --poll x --wait-for-other=yes -- foo")).toThrow(
      /^ecs-env: 6 problems\n(.*\n)*.*--image.*\n(.*\n?)*-- foo/,
    );
  });

  test("does not take the next option for a value that is missing", () => {
    expect(() => read("deploy --image --env dev --service a")).toThrow(
      /^ecs-env: 1 problem\n {2}--image {2}must be followed by a value/,
    );
  });

  test("reads what a deployment is to be like", () => {
    const command = readCommand(
      `${deploy} --timeout 45 --poll 0.5 --no-wait --dry-run --commit c`.split(" "),
    );
    const [request] = readRequests(command, {});
    expect(deliveryOf(request, command, {})).toMatchObject({
      ...{ timeoutMinutes: 45, pollSeconds: 0.5, isAwaited: false, isDryRun: true, origin: { commit: "c" } },
      ...{ waitsForOther: false, isDespiteAlarms: false },
    });
  });
});

describe("The place of delivery targets", () => {
  const folder = mkdtempSync(join(tmpdir(), "targets-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const sourceOf = (options = "", env: NodeJS.ProcessEnv = {}) =>
    read(`${deploy}${options === "" ? "" : ` ${options}`}`, env)[0].source;

  test("is SSM", () => {
    expect(sourceOf()).toEqual({ kind: "parameter" });
  });

  test("is files that are named, before a Vault of the environment", () => {
    const path = join(folder, "orders.json");
    writeFileSync(path, "{}");
    expect(sourceOf(`--target ${path}`, { VAULT_ADDR: "https://v" })).toEqual({
      ...{ kind: "files", files: [{ path, text: "{}" }] },
    });
  });

  test("is Vault, with a token", () => {
    expect(sourceOf("--vault-mount kv", { VAULT_ADDR: "https://v", VAULT_TOKEN: "t" })).toMatchObject({
      ...{
        kind: "vault",
        address: "https://v",
        mount: "kv",
        path: "delivery",
        login: { kind: "token", token: "t" },
      },
    });
  });

  test("is Vault, with a login by the CI's token", () => {
    const env = { VAULT_ID_TOKEN: "j", VAULT_AUTH_ROLE: "orders", VAULT_NAMESPACE: "shop" };
    expect(sourceOf("--vault https://v", env)).toMatchObject({
      ...{ namespace: "shop", login: { kind: "jwt", jwt: "j", role: "orders", authPath: "jwt" } },
    });
  });

  test.each([
    ["--vault v", {}, "--vault  must be a web address"],
    ["--vault-path p", {}, "--vault-path  must come with an address of Vault"],
    ["--target t.json --vault https://v", {}, "--vault  must be left out with --target"],
  ])("is refused as wrong usage for %s", (options, env, message) => {
    expect(() => sourceOf(options, env)).toThrow(ConfigError);
    expect(() => sourceOf(options, env)).toThrow(message);
  });

  test.each([
    ["--vault https://user:pa55word@v", {}],
    ["", { VAULT_ADDR: "https://user:pa55word@v" }],
    ["", { VAULT_ADDR: "user:pa55word@v" }],
  ])("is no address with a password, which is not shown, for %p and %p", (options, env) => {
    expect(() => sourceOf(options, { VAULT_TOKEN: "t", ...env })).toThrow(
      /^(?!.*pa55word)ecs-env: 1 problem\n(?!.*pa55word).*without user and password, got one with an @\./,
    );
  });

  test.each(["--vault-path ../sys", "--vault-mount kv/../sys", "--vault-path a/./b"])(
    "stays below its mount: %s is refused",
    (options) => {
      const env = { VAULT_ADDR: "https://v", VAULT_TOKEN: "t" };
      expect(() => sourceOf(options, env)).toThrow("must be a path without . and ..");
    },
  );

  test.each([
    ["", { VAULT_ADDR: "v" }, "VAULT_ADDR  must be a web address"],
    ["--vault https://v", {}, "VAULT_TOKEN  must be set"],
    ["--vault https://v", { VAULT_ID_TOKEN: "j" }, "VAULT_AUTH_ROLE  must name the role"],
    ["--target no-such-file.json", {}, "must be a file that can be read"],
  ])("does not hold with %p and %p", (options, env, message) => {
    expect(() => sourceOf(options, env)).toThrow(PreconditionError);
    expect(() => sourceOf(options, env)).toThrow(message);
  });
});
