import { type RuleDescription } from "../rules/rule";

const page = "https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Workflow.html";

/** What must hold of waivers themselves. */
export const waiverRules = {
  "waiver-expired": {
    id: "waiver-expired",
    title: "Waivers end on their day",
    severity: "error",
    controls: [],
    page,
    why: "A waiver is for a time in which somebody mends what it is for; afterwards it hides what nobody looks after.",
    fix: "Mend what it is for and remove it from `verify.json`, or give a new day with the reason why it still may stay.",
  },
  "waiver-unused": {
    id: "waiver-unused",
    title: "Waivers are for something",
    severity: "error",
    controls: [],
    page,
    why: "It would hide the same mistake when somebody makes it again.",
    fix: "Remove it from `verify.json`, or mend its address.",
  },
} as const satisfies Readonly<Record<string, RuleDescription>>;
