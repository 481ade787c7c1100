import type { Problem } from "../../problems/problem";
import type { Choice } from "../release/choice";
import { PreconditionError } from "../precondition-error";
import type { Facts } from "./facts";

/** Something that must hold before anything is changed. */
export interface Precondition<Given> {
  /** Fixed word, for machines. */
  readonly id: string;
  /** For people, as if it held: "the service is active". */
  readonly title: string;
  /** What speaks against it; "open" when what it rests on does not hold itself, which is left to the check that is about that. */
  readonly check: (given: Given) => Promise<readonly Problem[] | "open">;
}

/** What checks are given besides facts. */
export interface CheckOptions {
  readonly isDespiteAlarms: boolean;
  readonly unproven?: string;
}

export interface CheckedService extends CheckOptions {
  readonly facts: Facts;
}

/** A service, checked for what is to run in it. */
export interface AimedService extends CheckedService {
  readonly choose: () => Promise<Choice>;
}

/** One precondition with what speaks against it. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  /** Neither holds nor does not: another finding says what stands in the way. */
  readonly isOpen: boolean;
  readonly problems: readonly Problem[];
}

/** Checks all of them together. A fact that could not be read is told once, by the first check that needs it. */
export async function checkAll<Given>(
  preconditions: readonly Precondition<Given>[],
  given: Given,
): Promise<readonly Finding[]> {
  const answers = await Promise.all(
    preconditions.map(async ({ id, title, check }) => ({
      id,
      title,
      answer: await answerOf(check(given)),
    })),
  );
  const told = new Set<Problem>();
  return answers.map(({ id, title, answer }) => {
    const all = answer === "open" ? [] : answer;
    const problems = all.filter((problem) => !told.has(problem));
    for (const problem of problems) told.add(problem);
    return { id, title, isOpen: answer === "open" || problems.length < all.length, problems };
  });
}

async function answerOf(check: Promise<readonly Problem[] | "open">): Promise<readonly Problem[] | "open"> {
  try {
    return await check;
  } catch (error) {
    if (error instanceof PreconditionError) return error.problems;
    throw error;
  }
}
