import { ConfigError } from "../../problems/config-error";
import { type Problem } from "../../problems/problem";
import { type Answer, noAnswer } from "./forge";
import { forges } from "./forges";
import { type CommentTarget } from "./target";

/** One problem with commenting on this merge request. */
export function problemWith(target: CommentTarget, problem: Problem): ConfigError {
  const { title } = forges[target.forge];
  return new ConfigError(`${title}, merge request ${target.number} of ${target.repository}`, [problem]);
}

/** What a final answer that is not a success means for the user. */
export function refusal(target: CommentTarget, action: string, answer: Answer): ConfigError {
  const { title, tokenVariable, permission } = forges[target.forge];
  const got = forgeWords(target, answer);
  const problems: Readonly<Record<number, Problem>> = {
    401: {
      where: tokenVariable,
      must: `must be a token that ${title} accepts`,
      got,
      advice: `It may have expired. ${permission}`,
    },
    403: { where: tokenVariable, must: `must have the right to ${action}`, got, advice: permission },
    404: {
      where: tokenVariable,
      must: `must see merge request ${target.number} of ${target.repository}`,
      got,
      advice: `Check that it exists. ${permission}`,
    },
  };
  return problemWith(
    target,
    problems[answer.status] ?? {
      where: new URL(target.api).host,
      must: `must accept the request to ${action}`,
      got,
      advice: `These are ${title}'s own words: mend what they name, then run the job again.`,
    },
  );
}

/** The status and the words of an answer, or why there is none, on one line and without the token. */
export function forgeWords({ forge, token }: CommentTarget, { status, text, json }: Answer): string {
  const { data } = forges[forge].refusalSchema.safeParse(json);
  const words = (data || text)
    .replaceAll(token, "***")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  const short = words.length > 300 ? `${words.slice(0, 299)}…` : words;
  return status === noAnswer ? short : `${status} ${JSON.stringify(short)}`;
}
