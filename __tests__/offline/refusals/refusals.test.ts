import { rules } from "../../../offline/rules/rules";
import {
  type ExistingResource,
  OfflineAccount,
  type TerraformDiagnostic,
} from "../../support/offline-account";
import { describeWithTerraform } from "../../support/terraform";
import { applicationApplyMistakes } from "./apply-mistakes-application";
import { balancerApplyMistakes } from "./apply-mistakes-balancers";
import { networkApplyMistakes } from "./apply-mistakes-network";
import { deletions } from "./deletions";
import { type Mistake, together } from "./mistake";
import { nearMisses } from "./near-misses";
import { applicationPlanMistakes } from "./plan-mistakes-application";
import { networkPlanMistakes } from "./plan-mistakes-network";
import { refusalOf } from "./refusal-of";
import { wellFormed } from "./well-formed";

const inPlan = [...networkPlanMistakes, ...applicationPlanMistakes];
const inApply = [...networkApplyMistakes, ...balancerApplyMistakes, ...applicationApplyMistakes];

describe("The mistakes", () => {
  test("are at least one for each rule", () => {
    const tried = new Set([...inPlan, ...inApply, ...deletions].map(({ rule }) => rule));
    expect(rules.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });

  test("have an address each", () => {
    const addresses = [...inPlan, ...inApply].map(({ address }) => address);
    expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([]);
  });
});

describeWithTerraform("A stack", () => {
  let account: OfflineAccount;
  let before: Readonly<Record<string, ExistingResource>>;
  const said: Record<"wellFormed" | "plan" | "apply", readonly TerraformDiagnostic[]> = {
    wellFormed: [],
    plan: [],
    apply: [],
  };

  beforeAll(async () => {
    account = await OfflineAccount.start();
    const run = (command: "plan" | "apply", beside: readonly Mistake[]) => {
      const resource = together(
        wellFormed,
        ...nearMisses.map(({ resources }) => resources),
        ...beside.map(({ resources }) => resources),
      );
      account.write("app", { resource });
      return account.diagnostics("app", command);
    };
    said.wellFormed = await run("apply", []);
    fillGroup(account);
    before = account.existing();
    said.plan = await run("plan", inPlan);
    said.apply = await run("apply", inApply);
  }, 120_000);
  afterAll(() => account.stop());

  test("without a mistake is accepted", () => {
    expect(said.wellFormed).toEqual([]);
  });

  test.each(nearMisses)("is not refused by $rule: $what", ({ address }) => {
    expect(said.wellFormed.filter((one) => one.address === address)).toEqual([]);
  });

  test.each(inPlan)("is refused in the plan by $rule: $what", ({ address, rule, says }) => {
    const { text } = refusalOf(said.plan, address, rule);
    for (const words of says) expect(text).toContain(words);
  });

  test.each(inApply)("is refused at the apply by $rule: $what", ({ address, rule, says }) => {
    const { text } = refusalOf(said.apply, address, rule);
    for (const words of says) expect(text).toContain(words);
  });

  test.each(inPlan)("with a mistake gets advice in a full sentence: $rule, $what", ({ address, rule }) => {
    expect(refusalOf(said.plan, address, rule).advice).toMatch(/^\S.+\.$/s);
  });

  test.each(inApply)("that AWS refuses gets advice in a full sentence: $rule, $what", ({ address, rule }) => {
    expect(refusalOf(said.apply, address, rule).advice).toMatch(/^\S.+\.$/s);
  });

  test("of mistakes has no other errors", () => {
    const expected = new Set([...inPlan, ...inApply].map(({ address }) => address));
    const others = [...said.plan, ...said.apply].filter(({ address }) => !expected.has(address ?? ""));
    expect(others).toEqual([]);
  });

  test("leaves nothing behind of what was refused", () => {
    expect(Object.keys(account.existing())).toEqual(Object.keys(before));
  });
});

describeWithTerraform("Credentials of another account", () => {
  test("are refused before anything is planned", async () => {
    const account = await OfflineAccount.start({ asAccount: "222222222222" });
    account.write("app", { resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } } });
    const [error] = await account.diagnostics("app", "plan");
    await account.stop();
    expect(error).toMatchObject({
      summary: "AWS account ID not allowed: 222222222222",
      detail: expect.stringContaining("allowed_account_ids permits (111111111111), got 222222222222"),
    });
  });
});

/** As many rules as a group may have: made outside, because 60 of them take Terraform as long as all the rest. */
function fillGroup(account: OfflineAccount): void {
  account.changeOutside((resources) => {
    const group = Object.values(resources).find(
      ({ type, values }) => type === "aws_security_group" && values["name"] === "full",
    );
    const rule = Object.values(resources).find(
      ({ values }) => values["security_group_id"] === group?.values["id"],
    );
    if (!rule) throw new Error("the group has no rule to copy");
    for (let at = 1; at < 60; at++)
      resources[`rule:${at}`] = {
        ...rule,
        values: { ...rule.values, id: `sgr-${at}`, cidr_ipv4: `10.0.${at}.0/24` },
      };
  });
}
