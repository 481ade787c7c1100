import { groupRuleTypes } from "./group-rule";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** Descriptions of rules: at most 255 characters, of a set that EC2 knows. */
export const groupRuleDescription: Rule = {
  id: "group-rule-description",
  types: groupRuleTypes,
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html",
  check({ values }) {
    const description = text(values, "description");
    if (description === undefined || /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/.test(description))
      return [];
    return [
      {
        code: "InvalidParameterValue",
        message:
          "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
        advice: `Shorten the description, and leave out accents, quotes and arrows; got "${description}".`,
        path: ["description"],
      },
    ];
  },
};
