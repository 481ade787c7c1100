import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { loadVault } from "../../stacks/load-vault";

const root = join(__dirname, "..", "..");

describe("The Vault provider", () => {
  test("is loaded where an environment names a Vault", () => {
    expect(loadVault("test-services")).toHaveProperty("copyToVault");
  });

  test("is not loaded by stacks without one", () => {
    const program = `
      require("./stacks/build-app");
      console.log(Object.keys(require.cache).filter((path) => path.includes("provider-vault")).length);
    `;
    const { stdout } = spawnSync(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", program], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe("0");
  });

  test("is asked for by name where it is missing", () => {
    jest.isolateModules(() => {
      jest.doMock("@cdktf/provider-vault/lib/provider", () => {
        const error = new Error("Cannot find module '@cdktf/provider-vault/lib/provider'");
        throw Object.assign(error, { code: "MODULE_NOT_FOUND" });
      });
      expect(() => loadVault("dev-services")).toThrowErrorMatchingInlineSnapshot(`
       "dev-services: 1 problem
         vault  needs the package @cdktf/provider-vault, got no such package. Run npm install --save-dev @cdktf/provider-vault, or remove vault from the environment."
      `);
      jest.dontMock("@cdktf/provider-vault/lib/provider");
    });
  });
});
