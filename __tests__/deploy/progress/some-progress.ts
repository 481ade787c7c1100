import { type Progress, type RolloutProgress } from "../../../deploy/progress/progress";

const service = "orders";

export const rollout: RolloutProgress = {
  ...{ kind: "rollout", service, deployment: "arn:x", status: "IN_PROGRESS", stage: "BAKE_TIME" },
  tasks: { desired: 4, running: 2, pending: 1, failed: 1 },
  targets: { healthy: 1, total: 2 },
  trafficPercent: 25,
};

/** One of each kind, as a deployment tells them. */
export const someProgress: readonly Progress[] = [
  { kind: "step", service, step: "image", title: "image exists", state: "started" },
  { kind: "step", service, step: "image", title: "image exists", state: "done", detail: "sha256:0a1b" },
  { kind: "step", service, step: "alarms", title: "its alarms are quiet", state: "failed" },
  { kind: "step", service, step: "register", title: "a revision is registered", state: "planned" },
  rollout,
  { ...rollout, alarmsFiring: ["dev-orders-errors"] },
  {
    kind: "service-event",
    service,
    at: "2026-11-21T12:00:00Z",
    message: "(service orders) has started 1 tasks",
  },
  {
    kind: "stopped-task",
    service,
    task: "arn:aws:ecs:eu-west-1:111111111111:task/dev/0123abcd",
    reason: "Essential container in task exited",
    advice: "Read the log.",
    containers: [{ name: "orders", exitCode: 1 }, { name: "proxy", reason: "OutOfMemory" }, { name: "init" }],
    logLines: ["starting", "no database"],
  },
  { kind: "log", service, at: "2026-11-21T11:59:58.500Z", task: "0123abcd4567", message: "  at main.js:1" },
  { kind: "warning", service, message: "The tag could not be moved.", advice: "Run ecs-env wait." },
  { kind: "result", service, outcome: "rolled-back", message: "It was not kept.", seconds: 133 },
];
