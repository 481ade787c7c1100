import { stateMatchesAccount } from "../../../config/checks/state-matches-account";
import { placesOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

const keyOf = (region: string, account: string) => `arn:aws:kms:${region}:${account}:key/1234abcd`;

describe("stateMatchesAccount", () => {
  test.each([
    "local",
    { bucket: "shop-terraform-state" },
    { bucket: "state-111111111111" },
    { bucket: "state", kmsKeyArn: keyOf("eu-west-1", "111111111111") },
    { bucket: "state", region: "eu-north-1", kmsKeyArn: keyOf("eu-north-1", "111111111111") },
  ])("accepts %j", (state) => {
    expect(placesOf(stateMatchesAccount, devInput({ state }))).toEqual([]);
  });

  test("refuses a bucket that names another account", () => {
    const input = devInput({ state: { bucket: "state-444444444444" } });
    expect(placesOf(stateMatchesAccount, input)).toEqual(["state.bucket"]);
  });

  test("refuses a key of another account", () => {
    const input = devInput({ state: { bucket: "state", kmsKeyArn: keyOf("eu-west-1", "444444444444") } });
    expect(placesOf(stateMatchesAccount, input)).toEqual(["state.kmsKeyArn"]);
  });

  test("refuses a key of another region than the bucket's", () => {
    const state = { bucket: "state", region: "eu-north-1", kmsKeyArn: keyOf("eu-west-1", "111111111111") };
    expect(placesOf(stateMatchesAccount, devInput({ state }))).toEqual(["state.kmsKeyArn"]);
  });

  test("says nothing while the account is not known", () => {
    const input = devInput({ account: "1", state: { bucket: "state-444444444444" } });
    expect(placesOf(stateMatchesAccount, input)).toEqual([]);
  });
});
