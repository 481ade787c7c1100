import type { ServiceDraft } from "./draft";

/** Whether releases start a second set of tasks, behind a target group of its own. */
export function shiftsTraffic({ deployment: { strategy } }: ServiceDraft): boolean {
  return strategy !== undefined && strategy !== "rolling";
}
