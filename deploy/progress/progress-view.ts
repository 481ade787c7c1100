import type { Progress, RolloutProgress, ServiceEventProgress } from "./progress";

/** What is known of one service while it is worked on. */
export interface ServiceView {
  readonly service: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Titles of the steps that have begun and are not over, by their words. */
  readonly running: Readonly<Record<string, string>>;
  readonly rollout?: RolloutProgress;
  readonly lastEvent?: ServiceEventProgress;
  readonly isOver: boolean;
}

/** By service, in the order in which they were first told of. */
export type ProgressView = ReadonlyMap<string, ServiceView>;

/** The view after one more progress. @param now milliseconds since 1970 */
export function viewAfter(view: ProgressView, progress: Progress, now: number): ProgressView {
  const { service } = progress;
  const before = view.get(service) ?? { service, since: now, running: {}, isOver: false };
  return new Map(view).set(service, serviceAfter(before, progress));
}

function serviceAfter(view: ServiceView, progress: Progress): ServiceView {
  switch (progress.kind) {
    case "step": {
      const others = Object.entries(view.running).filter(([step]) => step !== progress.step);
      const own = progress.state === "started" ? [[progress.step, progress.title] as const] : [];
      return { ...view, running: Object.fromEntries([...others, ...own]) };
    }
    case "rollout":
      return { ...view, rollout: progress };
    case "service-event":
      return { ...view, lastEvent: progress };
    case "result":
      return { ...view, isOver: true };
    case "stopped-task":
    case "log":
    case "warning":
      return view;
  }
}
