import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** Aliases begin with `alias/`; those with `alias/aws/` are AWS's. */
export const keyAliasName: Rule = {
  id: "key-alias-name",
  types: ["aws_kms_alias"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  check({ values }) {
    return ["name", "name_prefix"].flatMap((attribute) => {
      const name = text(values, attribute);
      if (name === undefined) return [];
      const refuse = (code: string, message: string, advice: string) => [
        { code, message, advice, path: [attribute] },
      ];
      if (name.startsWith("alias/aws/"))
        return refuse(
          "NotAuthorizedException",
          `The alias ${name} begins with alias/aws/, which is reserved`,
          "Aliases that begin with alias/aws/ are AWS's. Choose another name.",
        );
      // A prefix may end where the made-up part begins.
      const whole = attribute === "name" ? name : `${name}x`;
      if (whole.length <= 256 && /^alias\/[a-zA-Z0-9/_-]+$/.test(whole)) return [];
      return refuse(
        "ValidationException",
        `1 validation error detected: Value '${name}' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^alias/[a-zA-Z0-9/_-]+$`,
        "Write alias/ and then letters, digits, slashes, underscores and hyphens; 256 characters at most.",
      );
    });
  },
};
