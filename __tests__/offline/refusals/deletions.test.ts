import {
  type ExistingResource,
  OfflineAccount,
  type TerraformDiagnostic,
} from "../../support/offline-account";
import { describeWithTerraform } from "../../support/terraform";
import { afterDeletion, beforeDeletion, deletions } from "./deletions";
import { refusalsBy } from "./refusal-of";

describeWithTerraform("The deletion of what is protected or in use", () => {
  let account: OfflineAccount;
  let before: Readonly<Record<string, ExistingResource>>;
  let diagnostics: readonly TerraformDiagnostic[];
  beforeAll(async () => {
    account = await OfflineAccount.start();
    account.write("app", { resource: beforeDeletion });
    await account.apply("app");
    before = account.existing();
    account.write("app", afterDeletion());
    diagnostics = await account.diagnostics("app", "apply");
  }, 60_000);
  afterAll(() => account.stop());

  test.each(deletions)("of $address is refused by $rule", ({ rule, address, says }) => {
    const texts = refusalsBy(diagnostics, rule).map(({ text }) => text);
    expect(texts).toContainEqual(
      expect.stringMatching(withAll([`deleting ${address.split(".")[0]} (`, ...says])),
    );
  });

  test("is all that is wrong", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(deletions.length);
  });

  test("leaves everything where it is", () => {
    expect(account.existing()).toEqual(before);
  });
});

/** A text that has all of these words. */
function withAll(words: readonly string[]): RegExp {
  const literal = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(literal.map((word) => `(?=.*${word})`).join(""), "s");
}
