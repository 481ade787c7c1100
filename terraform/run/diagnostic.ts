import { asObject } from "../stacks/stack";

/** What Terraform complains of. */
export interface TerraformDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource, when it is about one. */
  readonly address?: string;
  /** File with line, when Terraform names one. */
  readonly file?: string;
}

/** Reads the `diagnostic` of an event of `terraform -json`. */
export function readDiagnostic(given: unknown): TerraformDiagnostic {
  const { severity, summary, detail, address, range } = asObject(given);
  const { filename, start } = asObject(range);
  return {
    severity: severity === "warning" ? "warning" : "error",
    summary: String(summary ?? "").trim(),
    detail: String(detail ?? "").trim(),
    ...(typeof address === "string" && { address }),
    ...(typeof filename === "string" && { file: `${filename}:${Number(asObject(start)["line"] ?? 1)}` }),
  };
}

/** A diagnostic of something that printed only text. */
export function textDiagnostic(summary: string, detail: string): TerraformDiagnostic {
  return { severity: "error", summary, detail: detail.trim() };
}
