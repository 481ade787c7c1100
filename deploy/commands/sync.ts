import type { Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import type { SyncRequest, ServiceResult } from "./delivery-request";

export function sync(
  _request: SyncRequest,
  _report: Report,
  _surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  throw new Error("being built");
}
