import { readVaultSettings } from "../../../offline/provider/vault-settings";
import { unknown, type Value } from "../../../offline/values/value";

const accountAt = (address: Value) => readVaultSettings({ address }).settings.account;

describe("A Vault", () => {
  test.each([
    ["https://vault.example.com", "vault-vault.example.com"],
    ["https://vault.example.com:8200/ui/", "vault-vault.example.com-8200"],
    ["vault.example.com", "vault-vault.example.com"],
  ])("%s is kept under the name %s", (address, account) => {
    expect(accountAt(address)).toBe(account);
  });

  test.each<[Value]>([[null], [""], [unknown]])("with the address %p has a name of its own", (address) => {
    expect(accountAt(address)).toBe("vault");
  });
});
