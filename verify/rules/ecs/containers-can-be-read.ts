import { isMap } from "../../values/fields-of";
import { showSource } from "../../values/show-source";
import { type Value } from "../../values/value";
import { type Rule, type Verdict } from "../rule";
import { containerList } from "./containers-of";

/** What is not readable is checked by no other rule about containers; so this one is an error. */
export const containersCanBeRead: Rule = {
  id: "containers-can-be-read",
  title: "Container definitions can be read from the files",
  severity: "error",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition",
  why: "Containers that only Terraform's caller knows are checked by no rule, and shown by no review.",
  fix: "Write them with `jsonencode`, from locals or literally; give the variables that they come from defaults.",
  check: (environment) =>
    environment.all("aws_ecs_task_definition").flatMap((resource): readonly Verdict[] => {
      const { container_definitions: written = null } = resource.values;
      const list = containerList(resource);
      const unread = list === undefined ? [{ path: [], item: written }] : list.flatMap(unreadable);
      if (unread.length === 0) return [{ resource }];
      return unread.map(({ path, item }) => {
        const attribute = ["container_definitions", ...path].join(".");
        return {
          resource,
          problem: { attribute, must: "must be readable in the files", got: showSource(item) },
        };
      });
    }),
};

interface Unread {
  readonly path: readonly number[];
  readonly item: Value;
}

function unreadable(item: Value, index: number): readonly Unread[] {
  return isMap(item) ? [] : [{ path: [index], item }];
}
