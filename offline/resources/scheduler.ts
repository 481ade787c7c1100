import { type ResourceBehaviour } from "./behaviour";
import { generatedName, madeAt, templatedBehaviour } from "./templated-behaviour";

const schedule = templatedBehaviour("aws_scheduler_schedule", {
  name: generatedName(),
  name_prefix: "",
  group_name: "default",
  id: "{group_name}/{name}",
  arn: "arn:{partition}:scheduler:{region}:{account}:schedule/{group_name}/{name}",
  action_after_completion: "NONE",
});

const group = templatedBehaviour("aws_scheduler_schedule_group", {
  name: generatedName(),
  name_prefix: "",
  id: "{name}",
  arn: "arn:{partition}:scheduler:{region}:{account}:schedule-group/{name}",
  creation_date: madeAt,
  last_modification_date: madeAt,
  state: "ACTIVE",
});

export const schedulerBehaviours: readonly ResourceBehaviour[] = [schedule, group];
