import type { Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import type { PromoteRequest, ServiceResult } from "./delivery-request";

export function promote(
  _request: PromoteRequest,
  _report: Report,
  _surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  throw new Error("being built");
}
