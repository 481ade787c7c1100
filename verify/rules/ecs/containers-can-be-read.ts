import { showSource } from "../../values/show-source";
import { type Rule, type Verdict } from "../rule";
import { containersOf } from "./containers-of";

/** What is not readable is checked by no other rule about containers; so this one is an error. */
export const containersCanBeRead: Rule = {
  id: "containers-can-be-read",
  title: "Container definitions can be read from the files",
  severity: "error",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition#container_definitions-1",
  why: "Containers that only Terraform's caller knows are checked by no rule, and shown by no review.",
  fix: "Write them with `jsonencode`, from locals or literally; give the variables that they come from defaults.",
  check: (environment) =>
    environment.all("aws_ecs_task_definition").map((resource): Verdict => {
      if (containersOf(resource)) return { resource };
      const attribute = "container_definitions";
      const got = showSource(resource.values[attribute] ?? null);
      return {
        resource,
        problem: { attribute, must: "must be a list of containers that the files tell", got },
      };
    }),
};
