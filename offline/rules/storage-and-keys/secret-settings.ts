import { isUnknown, item, number, text } from "../../values/reading";
import { type Refusal, type Rule } from "../rule";

const parameterBytes = { Standard: 4096, Advanced: 8192 } as const;
const secretBytes = 65_536;

/** Values that are too long for a parameter or secret, and rotations that are too rare. */
export const secretSettings: Rule = {
  id: "secret-settings",
  types: ["aws_ssm_parameter", "aws_secretsmanager_secret_version", "aws_secretsmanager_secret_rotation"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html",
  check({ type, values }) {
    if (type === "aws_ssm_parameter") {
      // Intelligent tiering decides by itself; the tier is unknown until AWS has decided.
      const tier = text(values, "tier") ?? "Standard";
      if (isUnknown(values["tier"]) || (tier !== "Standard" && tier !== "Advanced")) return [];
      const most = parameterBytes[tier];
      return ["value", "insecure_value"].flatMap((attribute) => {
        const bytes = Buffer.byteLength(text(values, attribute) ?? "");
        if (bytes <= most) return [];
        const message = `${tier} tier parameters support a maximum parameter value of ${most} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`;
        return [refusal(message, `It has ${bytes} bytes; a file in S3 has no such limit.`, attribute)];
      });
    }
    if (type === "aws_secretsmanager_secret_version") {
      const bytes = Buffer.byteLength(text(values, "secret_string") ?? "");
      if (bytes <= secretBytes) return [];
      return [
        refusal(`Secret value can't exceed ${secretBytes} bytes.`, `It has ${bytes} bytes.`, "secret_string"),
      ];
    }
    const days = number(item(values, "rotation_rules") ?? {}, "automatically_after_days");
    if (days === undefined || days === 0 || (days >= 1 && days <= 1000)) return [];
    return [
      refusal(
        `expected automatically_after_days to be in the range (1 - 1000), got ${days}`,
        "Rotate every 1 to 1000 days.",
        "rotation_rules",
      ),
    ];
  },
};

function refusal(message: string, advice: string, attribute: string): Refusal {
  return { code: "ValidationException", message, advice, path: [attribute] };
}
