import { showValue } from "../../values/show-value";
import { type Rule } from "../rule";

export const modulesAreRead: Rule = {
  id: "modules-are-read",
  title: "Modules are there to be looked into",
  severity: "warning",
  controls: [],
  page: "https://developer.hashicorp.com/terraform/cli/commands/get",
  why: "Nothing that the module makes was checked: no finding about it means nothing, and paths through it are not known.",
  fix: "Run `terraform init` or `terraform get` in the folder before `ecs-env verify --dir`; they download modules without credentials of AWS.",
  check: (environment) =>
    environment.stacks
      .flatMap(({ moduleCalls }) => moduleCalls)
      .map(({ call: resource, isRead }) => {
        if (isRead) return { resource };
        const must = "must name a module whose files are here";
        const got = `files of ${showValue(resource.values["source"])} that are not here`;
        return { resource, problem: { attribute: "source", must, got } };
      }),
};
