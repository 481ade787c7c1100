import type { Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import type { RollbackRequest, ServiceResult } from "./delivery-request";

export function rollback(
  _request: RollbackRequest,
  _report: Report,
  _surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  throw new Error("being built");
}
