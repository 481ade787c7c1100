import { DeliveredEstate, type JsonAnswer } from "../support/end-to-end/delivered-estate";
import { claimsOf, DeployRole, tokenOf } from "../support/end-to-end/deploy-role";
import { allEnded, endOf } from "../support/end-to-end/outcomes";
import { tokenOfMain } from "../support/end-to-end/two-controllers";
import { twoEnvironments, vault } from "../support/end-to-end/two-environments";
import { LocalVault } from "../support/local-vault/local-vault";
import { describeWithTerraform } from "../support/terraform";

const accounts = { dev: "111111111111", sit: "222222222222" } as const;
type Name = keyof typeof accounts;

describeWithTerraform("Two environments with accounts of their own and one registry", () => {
  let world: DeliveredEstate;
  let roles: Readonly<Record<Name, DeployRole>>;
  const digests: Record<string, string> = {};
  beforeAll(async () => {
    world = await DeliveredEstate.apply(twoEnvironments());
    roles = {
      dev: new DeployRole(world, accounts.dev, "dev-orders-deploy"),
      sit: new DeployRole(world, accounts.sit, "sit-orders-deploy"),
    };
    for (const tag of ["one", "two"]) digests[tag] = world.aws.pushImage("orders", { tag });
  }, 120_000);
  afterAll(() => world.stop());

  /** A job of the pipeline of `main`, with the deploy role of one environment. */
  function job(name: Name, ...words: readonly string[]): Promise<JsonAnswer> {
    const args = [...words, "--service", "orders", "--poll", "0.05"];
    return world.ask(accounts[name], args, { env: roles[name].env(tokenOfMain) });
  }

  const running = (name: Name) =>
    world.aws
      .service(name, "orders", accounts[name])
      .running()
      .map(({ digest }) => digest);
  const changesIn = (name: Name) =>
    world.aws.calls.filter(
      ({ account, operation }) =>
        account === accounts[name] && /:(Register|Update|Create|Put|Tag|Run)/.test(operation),
    );
  const done = allEnded(0, "done", ["orders"]);

  describe("before the image was healthy in the first", () => {
    let answers: readonly JsonAnswer[];
    beforeAll(async () => {
      answers = await Promise.all([
        job("sit", "deploy", "--env", "sit", "--image", "one"),
        job("sit", "promote", "--from", "dev", "--to", "sit"),
      ]);
    }, 60_000);

    test("refuse to deploy it to the second, and to promote it", () => {
      expect(answers.map(({ status }) => status)).toEqual([3, 3]);
    });

    test("say which record is missing", () => {
      const [deployed] = answers;
      expect(deployed?.services[0]?.problems[0]?.must).toContain("healthy in dev");
    });

    test("change nothing", () => {
      expect(changesIn("sit")).toEqual([]);
    });
  });

  describe("after it was healthy in the first", () => {
    let answers: readonly JsonAnswer[];
    beforeAll(async () => {
      const first = await job("dev", "deploy", "--env", "dev", "--image", "one");
      answers = [first, await job("sit", "promote", "--from", "dev", "--to", "sit")];
    }, 60_000);

    test("promote it", () => {
      expect(answers.map(endOf)).toEqual([done, done]);
    });

    test("run the same digest", () => {
      expect([running("dev"), running("sit")]).toEqual([[digests["one"]], [digests["one"]]]);
    });

    test("leave a record of each in the one registry", () => {
      const [, hex = ""] = /:(.{16})/.exec(digests["one"] ?? "") ?? [];
      const tags = ["one", "dev", "sit", `healthy-dev-${hex}`, `healthy-sit-${hex}`];
      expect(world.aws.tagsOf("orders", digests["one"] ?? "")).toEqual(tags.sort());
    });

    test("did it with nothing but the deploy role of each", () => {
      expect([roles.dev.refusals(), roles.sit.refusals()]).toEqual([[], []]);
    });

    test("have empty plans", async () => {
      expect(await world.plan()).toEqual([]);
    }, 60_000);
  });

  describe("with the first environment's delivery target in Vault", () => {
    let server: LocalVault;
    let answer: JsonAnswer;
    let callsBefore: number;
    beforeAll(async () => {
      server = await LocalVault.start();
      for (const { type, values } of Object.values(world.terraform.existing("vault-vault.example.com-8200")))
        if (type === "vault_kv_secret_v2")
          server.write(
            String(values["mount"]),
            String(values["name"]),
            JSON.parse(String(values["data_json"])),
          );
      server.jwtRole("jwt", "orders", {
        accepts: (token) => claimsOf(token).sub === tokenOfMain.sub,
        reads: [`${vault.mount}/data/${vault.path}/dev/orders`],
      });
      callsBefore = world.aws.calls.length;
      answer = await deployByVault(tokenOfMain.sub);
    }, 60_000);
    afterAll(() => server.stop());

    /** The job knows Vault and its own token: which role of AWS to have is in the document. */
    function deployByVault(sub: string): Promise<JsonAnswer> {
      const args = ["deploy", "--env", "dev", "--service", "orders", "--image", "two", "--poll", "0.05"];
      const token = { ...tokenOfMain, sub };
      return world.ask(accounts.dev, [...args, "--vault", server.address], {
        env: {
          ...roles.dev.env(token),
          AWS_ROLE_ARN: undefined,
          VAULT_ID_TOKEN: tokenOf({ ...token, aud: vault.address }),
          VAULT_AUTH_ROLE: "orders",
        },
      });
    }

    test("deploy with a token of the CI alone", () => {
      expect(endOf(answer)).toEqual(done);
      expect(running("dev")).toEqual([digests["two"]]);
    });

    test("ask Vault once to log in and once for the document, and SSM for nothing", () => {
      expect(server.requests.map(({ path }) => path)).toEqual([
        "/v1/auth/jwt/login",
        "/v1/secret/data/delivery/dev/orders",
      ]);
      expect(world.aws.operationsCalled.slice(callsBefore)).not.toContain("ssm:GetParameter");
    });

    test("lead to the same revision as the parameter", async () => {
      const again = await job("dev", "deploy", "--env", "dev", "--image", "two");
      expect(endOf(again)).toEqual(allEnded(0, "unchanged", ["orders"]));
      expect(again.services[0]?.revision).toBe(answer.services[0]?.revision);
    });

    test("refuse the token of another branch", async () => {
      const refused = await deployByVault("project_path:shop/shop:ref_type:branch:ref:feature");
      expect(refused.status).toBe(3);
    });

    test("have empty plans", async () => {
      expect(await world.plan(["tooling-delivery", "dev-services"])).toEqual([]);
    }, 60_000);
  });
});
