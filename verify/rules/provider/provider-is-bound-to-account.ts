import { isOpen, itemsOf } from "../../values/plain-values";
import { type Rule, type Verdict } from "../rule";
import { awsProviders } from "./aws-providers";

/** Numbers that the files do not tell count: the provider compares them before it reads anything. */
export const providerIsBoundToAccount: Rule = {
  id: "provider-is-bound-to-account",
  title: "Each AWS provider is bound to its account",
  severity: "error",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs",
  why: "With credentials of another account an apply changes that account: development's plan, run in production.",
  fix: "Set `allowed_account_ids` of the provider to the number of the environment's account.",
  check: (environment) =>
    awsProviders(environment).map((resource): Verdict => {
      const accounts = resource.values["allowed_account_ids"];
      if (isOpen(accounts) || itemsOf(accounts).length > 0) return { resource };
      return {
        resource,
        problem: { attribute: "allowed_account_ids", must: "must name the account", got: "nothing" },
      };
    }),
};
