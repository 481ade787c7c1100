import { type Dialect, dialects } from "../../pipelines/dialect";
import { LocalVault } from "../support/local-vault/local-vault";
import { DeliveryRun } from "../support/pipelines/delivery-run";
import { awsAudience, tokenFor } from "../support/pipelines/forge";
import { someOptions } from "../support/pipelines/some-options";

/** Bitbucket signs one token for all who ask. */
const vaultToken: Readonly<Record<Dialect, (address: string) => string>> = {
  gitlab: () => tokenFor("vault"),
  github: (address) => tokenFor(address),
  bitbucket: () => tokenFor(awsAudience.bitbucket),
};

describe("the scripts of an application pipeline with Vault", () => {
  test.each(dialects)(
    "log in by the CI's token, and take registry and roles from there: %s",
    async (dialect) => {
      const vault = await LocalVault.start();
      const options = someOptions({
        services: ["orders"],
        environments: [{ name: "dev", account: "111111111111", region: "eu-west-1" }],
        targets: "vault",
        vault: { address: vault.address, mount: "kv", path: "apps" },
      });
      const run = await DeliveryRun.start(dialect, options);
      const { machine } = run;
      const expected = vaultToken[dialect](vault.address);
      vault.jwtRole("jwt", "pipeline", { accepts: (jwt) => jwt === expected, reads: ["kv/data/apps/"] });
      const pushRoleArn = "arn:aws:iam::999999999999:role/orders-push";
      vault.write("kv", "apps/dev/orders", { ...run.service("dev").target, pushRoleArn });
      const commit = machine.commit("vault");
      const more = { VAULT_AUTH_ROLE: "pipeline" };

      expect((await run.run("build", commit, more)).status).toBe(0);
      expect(machine.lines("roles")).toEqual([`${pushRoleArn} in eu-west-1`]);
      expect(machine.lines("pushed")).toEqual([
        `999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders:${commit}`,
      ]);
      // Each start of the command takes a second: one dialect stands for all, whose scripts are the same.
      if (dialect === "github") {
        expect((await run.run("deploy-dev", commit, more)).status).toBe(0);
        expect(run.running("dev")).toEqual([run.aws.digestOf("orders", commit)]);
      }
      await run.stop();
      await vault.stop();
    },
  );

  test("do not build when Vault refuses the token", async () => {
    const vault = await LocalVault.start();
    const address = vault.address;
    const options = someOptions({
      services: ["orders"],
      targets: "vault",
      vault: { address, mount: "kv", path: "apps" },
    });
    const run = await DeliveryRun.start("gitlab", options);
    const { status, stderr } = await run.run("build", run.machine.commit("refused"), {
      VAULT_AUTH_ROLE: "pipeline",
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain("curl: (22)");
    expect(run.machine.calls("docker")).toEqual([]);
    await run.stop();
    await vault.stop();
  });
});
