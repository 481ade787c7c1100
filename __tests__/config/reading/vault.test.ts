import { define, devInput, problemsOf } from "../support/inputs";

const address = "https://vault.example.com:8200";

function placesOf(vault: unknown) {
  return problemsOf(devInput({ vault })).map(({ where }) => where);
}

describe("vault", () => {
  test("is none by default", () => {
    expect(define(devInput())).not.toHaveProperty("vault");
  });

  test("has the mount and path that Vault users expect", () => {
    expect(define(devInput({ vault: { address } })).vault).toEqual({
      address,
      mount: "secret",
      path: "delivery",
    });
  });

  test("keeps what is given, without a slash at the end of the address", () => {
    const vault = { mount: "kv/apps", path: "shop/delivery", namespace: "admin/shop" };
    expect(define(devInput({ vault: { address: `${address}/`, ...vault } })).vault).toEqual({
      address,
      ...vault,
    });
  });

  test.each(["http://localhost:8200", "http://127.0.0.1:8200"])("may be unencrypted on %s", (local) => {
    expect(placesOf({ address: local })).toEqual([]);
  });

  test.each([
    [{}, "vault.address"],
    [{ address: "vault.example.com" }, "vault.address"],
    [{ address: "http://vault.example.com" }, "vault.address"],
    [{ address: "https://token@vault.example.com" }, "vault.address"],
    [{ address: "https://vault.example.com/v1" }, "vault.address"],
    [{ address, mount: "/secret" }, "vault.mount"],
    [{ address, mount: "" }, "vault.mount"],
    [{ address, path: "delivery/" }, "vault.path"],
    [{ address, path: "a/../b" }, "vault.path"],
    [{ address, namespace: "admin//shop" }, "vault.namespace"],
    [{ address, token: "hvs.secret" }, "vault.token"],
    ["https://vault.example.com", "vault"],
  ])("refuses %j", (vault, place) => {
    expect(placesOf(vault)).toEqual([place]);
  });
});

describe("oidcProviders", () => {
  test("are created by default", () => {
    expect(define(devInput()).oidcProviders).toBe("created");
  });

  test("may be there already", () => {
    expect(define(devInput({ oidcProviders: "existing" })).oidcProviders).toBe("existing");
  });
});

describe("promotedFrom", () => {
  test("is none by default", () => {
    expect(define(devInput())).not.toHaveProperty("promotedFrom");
  });

  test("must be a name", () => {
    expect(problemsOf(devInput({ promotedFrom: "Dev" }))).toMatchObject([{ where: "promotedFrom" }]);
  });
});
