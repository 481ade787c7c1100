import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { asObject } from "../../terraform/stacks/stack";
import { postComment } from "../../verify/comment/post-comment";
import { type CommentTarget } from "../../verify/comment/target";
import { type Comparison } from "../../verify/compare/comparison";
import { type DialectName, dialects } from "../../verify/review/markdown/dialect";
import { renderMarkdown } from "../../verify/review/markdown/render-markdown";
import { type Report } from "../../verify/review/report";
import { terraformReports } from "../../verify/review/terraform-report";
import { type Command } from "./read-command";
import { writeAnswer } from "./write-answer";

export interface ReviewAnswer {
  readonly command: Command;
  readonly report: Report;
  readonly comparison: Comparison;
  /** Where to post it. */
  readonly target?: CommentTarget;
}

/** GitLab's own name for such a file is nowhere fixed; `artifacts:reports:terraform` names it. */
const gitlabArtifact = "terraform-report.json";

/** Most characters of a comment, with room for what is added when it is posted. */
const longest: Readonly<Record<DialectName, number>> = { github: 60_000, gitlab: 60_000, bitbucket: 31_000 };

/** Prints or writes the report, and posts it. */
export async function giveReview({ command, report, comparison, target }: ReviewAnswer): Promise<void> {
  const { flags, values } = command;
  const format = flags.has("json") ? "json" : (values["format"] ?? target?.forge ?? "github");
  const dialect = dialectNamed(format === "json" ? (target?.forge ?? "github") : format);
  const markdown = renderMarkdown(report, { dialect, longest: longest[dialect] });
  writeAnswer(
    format === "json" ? JSON.stringify({ version: 1, ...report }, null, 2) : markdown,
    values["output"],
  );
  const artifact = values["artifact"] ?? (format === "gitlab" ? gitlabArtifact : undefined);
  if (artifact !== undefined) writeAnswer(JSON.stringify(terraformReports(comparison).all), artifact);
  if (!target) return;
  const marker = values["name"] ?? projectName();
  const { url, action } = await postComment(target, markdown, { fetch, sleep, marker });
  console.error(`comment ${action}: ${url}`);
}

function dialectNamed(name: string): DialectName {
  if (name === "github" || name === "gitlab" || name === "bitbucket") return name;
  throw new Error(`${name} is none of ${Object.keys(dialects).join(", ")}`);
}

/** Two projects of one repository need two names. */
function projectName(): string {
  const { name } = existsSync("package.json")
    ? asObject(JSON.parse(readFileSync("package.json", "utf8")))
    : {};
  return typeof name === "string" ? name : basename(process.cwd());
}
