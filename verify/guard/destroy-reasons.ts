/** Why Terraform destroys or replaces something without an attribute that forces it, and how to avoid that. */
export interface Cause {
  /** Goes on after "a deletion, because" or "a replacement, because". */
  readonly because: string;
  /** `ADDRESS` stands for the resource, `BLOCK` for it without keys, `NEW` for what it was probably renamed to. */
  readonly way: string;
  readonly page: string;
}

const refactoring = "https://developer.hashicorp.com/terraform/language/modules/develop/refactoring";
const keep = "https://developer.hashicorp.com/terraform/language/state/remove";
const removed = "`removed { from = BLOCK, lifecycle { destroy = false } }` keeps it in AWS without Terraform";

const notWritten: Cause = {
  because: "it is no longer written in the configuration",
  way: `Renamed: \`moved { from = ADDRESS, to = NEW }\`. Given up: ${removed}.`,
  page: keep,
};

const cannotUpdate: Cause = {
  because: "something changes that AWS cannot change in place",
  way: "terraform plan marks the attribute with `forces replacement`: keep its value.",
  page: "https://developer.hashicorp.com/terraform/cli/commands/plan",
};

const stackDestroyed: Cause = {
  because: "the plan destroys the whole stack",
  way: "Plan without -destroy.",
  page: "https://developer.hashicorp.com/terraform/cli/commands/destroy",
};

/** By Terraform's own word. https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
const causes: Readonly<Record<string, Cause>> = {
  delete_because_no_resource_config: notWritten,
  delete_because_no_module: {
    because: "its module is no longer called, or by another name",
    way: `Renamed: a \`moved\` block from the old module to the new one. Given up: ${removed}.`,
    page: refactoring,
  },
  delete_because_wrong_repetition: {
    because: "`count` or `for_each` came or went",
    way: "Say which instance it becomes: `moved { from = ADDRESS, to = NEW }`.",
    page: refactoring,
  },
  delete_because_count_index: {
    because: "`count` is lower than its index",
    way: "Key the instances with `for_each` instead, with a `moved` block for each; then others do not shift.",
    page: refactoring,
  },
  delete_because_each_key: {
    because: "its key is no longer in `for_each`",
    way: "Renamed: `moved { from = ADDRESS, to = NEW }`. Else put the key back.",
    page: refactoring,
  },
  delete_because_no_move_target: {
    because: "the address that a `moved` block leads to is not in the configuration",
    way: "Write the address of a resource of this stack as `to`.",
    page: refactoring,
  },
  replace_because_tainted: {
    because: "its creation failed half-way, or someone tainted it",
    way: "Look at it in AWS; when it is whole: terraform untaint ADDRESS.",
    page: "https://developer.hashicorp.com/terraform/cli/commands/untaint",
  },
  replace_by_request: {
    because: "the plan was made with -replace",
    way: "Plan again without -replace.",
    page: "https://developer.hashicorp.com/terraform/cli/commands/plan",
  },
  replace_by_triggers: {
    because: "something in its `replace_triggered_by` changes",
    way: "Take that out of `lifecycle.replace_triggered_by`.",
    page: "https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle",
  },
};

/** What Terraform says of a deletion. It says nothing where everything goes. */
export function causeOfDeletion(reason: string | undefined): Cause {
  return (reason === undefined ? undefined : causes[reason]) ?? stackDestroyed;
}

/** What Terraform says of a replacement that no attribute forces. */
export function causeOfReplacement(reason: string | undefined): Cause {
  return causes[reason ?? ""] ?? cannotUpdate;
}
