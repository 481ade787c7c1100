import { formatProblems, type Problem } from "../../problems/problem";
import { harmless } from "./harmless-text";
import { shortDigests } from "./short-digests";

const longestPart = 1_000;

/** Problems for people, in lines that a terminal and a CI only show: parts of them are words of AWS, of Vault, or of tags. */
export function harmlessProblems(source: string, problems: readonly Problem[]): string {
  return formatProblems(
    source,
    problems.map(({ where, must, got, advice }) => ({
      where: plain(where),
      must: plain(must),
      got: plain(got),
      advice: plain(advice),
    })),
  );
}

function plain(text: string): string {
  const line = harmless(shortDigests(text));
  return line.length > longestPart ? `${line.slice(0, longestPart)}…` : line;
}
