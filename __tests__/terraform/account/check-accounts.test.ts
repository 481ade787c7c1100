import { checkAccounts } from "../../../terraform/account/check-accounts";
import { aStack } from "../a-stack";

const bound = (name: string, account: string) =>
  aStack(name, [], { provider: { aws: [{ allowed_account_ids: [account] }] } });
const dev = bound("dev-network", "111111111111");
const prod = bound("prod-network", "222222222222");
const caller = { account: "111111111111", arn: "arn:aws:sts::111111111111:assumed-role/dev/me" };

describe("Accounts of stacks", () => {
  test("pass when the credentials belong to them", async () => {
    await expect(checkAccounts([dev], async () => caller)).resolves.toBeUndefined();
  });

  test("are refused when one is another", async () => {
    await expect(checkAccounts([dev, prod], async () => caller)).rejects.toThrow(
      "prod-network  must run in account 222222222222, got credentials of 111111111111",
    );
  });

  test("are refused without credentials, with what to do", async () => {
    const none = async () => Promise.reject(new Error("The SSO session has expired"));
    await expect(checkAccounts([dev], none)).rejects.toThrow("aws sso login --profile <name>");
  });

  test("are not asked for when no stack names one", async () => {
    const identity = jest.fn();
    await checkAccounts([aStack("other")], identity);
    expect(identity).not.toHaveBeenCalled();
  });
});
