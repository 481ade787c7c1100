import { type TerraformDiagnostic } from "../../support/offline-account";

/** AWS's no, as a person reads it. */
export interface ReadRefusal {
  /** The resource; Terraform does not say it of one that is no longer in the configuration. */
  readonly address: string | undefined;
  readonly advice: string;
  /** What AWS says, and the advice. */
  readonly text: string;
}

/** What a rule says of a resource. @throws Error when it says nothing of it. */
export function refusalOf(
  diagnostics: readonly TerraformDiagnostic[],
  address: string,
  rule: string,
): ReadRefusal {
  const found = refusalsBy(diagnostics, rule).find((one) => one.address === address);
  if (found) return found;
  const instead = diagnostics.filter((one) => one.address === address).map(({ summary }) => summary);
  throw new Error(`${rule} does not refuse ${address}; terraform says ${instead.join("; ") || "nothing"}`);
}

/** What a rule says of all resources. */
export function refusalsBy(
  diagnostics: readonly TerraformDiagnostic[],
  rule: string,
): readonly ReadRefusal[] {
  return diagnostics
    .filter(
      ({ severity, detail }) =>
        severity === "error" && detail.includes(`Rule ${rule} of the offline provider`),
    )
    .map(({ address, summary, detail }) => {
      const [advice = ""] = detail.split("\n\n");
      return { address, advice, text: `${summary}\n${advice}` };
    });
}
