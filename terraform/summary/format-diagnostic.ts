import { type TerraformDiagnostic } from "../run/diagnostic";

/** As Terraform shows it, without the box and the excerpt of the file. */
export function formatDiagnostic(stack: string, diagnostic: TerraformDiagnostic): string[] {
  const { severity, summary, detail, address, file } = diagnostic;
  const place = [stack, address, file].filter((part) => part !== undefined).join(", ");
  const lines = detail.split("\n").map((line) => `  ${line}`.trimEnd());
  return [`${severity === "error" ? "Error" : "Warning"}: ${summary}`, `  ${place}`, ...lines];
}
