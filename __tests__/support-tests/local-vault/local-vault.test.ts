import { LocalVault } from "../../support/local-vault/local-vault";

describe("LocalVault", () => {
  let vault: LocalVault;

  beforeEach(async () => {
    vault = await LocalVault.start();
    vault.write("kv", "delivery/dev/orders", { version: 1 });
    vault.jwtRole("jwt", "deploy", { accepts: (jwt) => jwt === "signed", reads: ["kv/data/delivery/"] });
    vault.write("kv", "other", {});
  });

  afterEach(() => vault.stop());

  async function ask(path: string, headers: Record<string, string> = {}, body?: unknown) {
    const method = body === undefined ? "GET" : "POST";
    const answer = await fetch(`${vault.address}/v1/${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }

  const withToken = (token: string) => ({ "X-Vault-Token": token });

  test("gives the data of a secret to a known token", async () => {
    vault.token("known");
    expect(await ask("kv/data/delivery/dev/orders", withToken("known"))).toMatchObject({
      status: 200,
      body: { data: { data: { version: 1 } } },
    });
  });

  test("gives a token for a JWT, which reads what its role may", async () => {
    const { body } = await ask("auth/jwt/login", {}, { role: "deploy", jwt: "signed" });
    const token = withToken(body.auth.client_token);
    const read = await ask("kv/data/delivery/dev/orders", token);
    const other = await ask("kv/data/other", token);
    expect([read.status, other.status]).toEqual([200, 403]);
  });

  test.each([
    ["a JWT that its role does not take", "auth/jwt/login", {}, { role: "deploy", jwt: "forged" }, 400],
    ["a role that there is not", "auth/jwt/login", {}, { role: "none", jwt: "signed" }, 400],
    ["a token that nobody made", "kv/data/delivery/dev/orders", withToken("none"), undefined, 403],
  ] as const)("refuses %s", async (_case, path, headers, body, status) => {
    expect((await ask(path, headers, body)).status).toBe(status);
  });

  test("has no secret where none was written, and none whose newest version was deleted", async () => {
    vault.token("known");
    vault.delete("kv", "delivery/dev/orders");
    const deleted = await ask("kv/data/delivery/dev/orders", withToken("known"));
    const missing = await ask("kv/data/nothing", withToken("known"));
    expect([deleted.status, missing.status]).toEqual([404, 404]);
  });

  test("answers nothing while it is sealed", async () => {
    vault.isSealed = true;
    expect(await ask("kv/data/delivery/dev/orders")).toMatchObject({
      status: 503,
      body: { errors: ["Vault is sealed"] },
    });
  });

  test("refuses another namespace", async () => {
    vault.token("known");
    vault.namespace = "shop";
    const without = await ask("kv/data/delivery/dev/orders", withToken("known"));
    const within = await ask("kv/data/delivery/dev/orders", {
      ...withToken("known"),
      "X-Vault-Namespace": "shop",
    });
    expect([without.status, within.status]).toEqual([403, 200]);
  });

  test("records requests", async () => {
    await ask("kv/data/delivery/dev/orders", withToken("known"));
    expect(vault.requests).toMatchObject([
      { method: "GET", path: "/v1/kv/data/delivery/dev/orders", token: "known" },
    ]);
  });

  test("fails as often as it is told", async () => {
    vault.token("known");
    vault.fault({ error: 429, times: 1 });
    const statuses = [];
    for (let time = 0; time < 2; time += 1)
      statuses.push((await ask("kv/data/delivery/dev/orders", withToken("known"))).status);
    expect(statuses).toEqual([429, 200]);
  });
});
