import type { Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import type { DeployRequest, ServiceResult } from "./delivery-request";

export function deploy(
  _request: DeployRequest,
  _report: Report,
  _surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  throw new Error("being built");
}
