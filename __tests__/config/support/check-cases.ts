import type { EnvironmentCheck } from "../../../config/checks/environment-check";
import { draftOf } from "./inputs";

/** Places that a check finds fault with in an input. */
export function placesOf(check: EnvironmentCheck, input: unknown): readonly string[] {
  return check(draftOf(input)).map(({ where }) => where);
}

/** What a check says about an input, one line per problem. */
export function saysOf(check: EnvironmentCheck, input: unknown): readonly string[] {
  return check(draftOf(input)).map(
    ({ where, must, got, advice }) => `${where} ${must}, got ${got}. ${advice}`,
  );
}
