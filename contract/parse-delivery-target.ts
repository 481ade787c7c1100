import { ConfigError } from "../problems/config-error";
import { formatGiven, type Problem } from "../problems/problem";
import type { DeliveryTarget } from "./delivery-target";
import { findContradictions } from "./delivery-target-contradictions";
import { deliveryTargetFields, deliveryTargetVersion } from "./delivery-target-fields";
import { fieldProblems, isObject, ownField } from "./field-problems";

/** Far more than a parameter of SSM holds: whatever is longer is something else. */
const mostCharacters = 65_536;

/**
 * Reads a delivery target from JSON text.
 *
 * @param source where the text is from, for example `SSM parameter /delivery/dev/orders`
 * @throws ConfigError with everything that is wrong
 */
export function parseDeliveryTarget(text: string, source: string): DeliveryTarget {
  return readDeliveryTarget(parseJson(text, source), source);
}

/**
 * The same for what was parsed already, as Vault gives it. Fields that are not known are accepted.
 *
 * @throws ConfigError with everything that is wrong
 */
export function readDeliveryTarget(value: unknown, source: string): DeliveryTarget {
  if (!isObject(value)) {
    throw refuse(source, { must: "must be an object", got: formatGiven(value) });
  }
  const version = findVersionProblem(ownField(value, "version"));
  // A document of another version may mean something else by any field.
  if (version) throw new ConfigError(source, [version]);
  checkFields(value, source);
  const contradictions = findContradictions(value);
  if (contradictions.length > 0) throw new ConfigError(source, contradictions);
  return value;
}

/** The text itself is not repeated: it may be any file, with anything in it. */
function parseJson(text: string, source: string): unknown {
  if (text.length > mostCharacters) {
    const must = `must have at most ${mostCharacters} characters`;
    throw refuse(source, { must, got: `${text.length} characters` });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw refuse(source, { must: "must be JSON", got: text.trim() === "" ? "nothing" : "other text" });
  }
}

function refuse(source: string, what: Pick<Problem, "must" | "got">): ConfigError {
  const advice =
    "A delivery target is the JSON document that Terraform writes for a service; see docs/deploy.md.";
  return new ConfigError(source, [{ where: "(document)", ...what, advice }]);
}

function findVersionProblem(version: unknown): Problem | undefined {
  if (version === deliveryTargetVersion) return undefined;
  const isNewer = Number.isInteger(version) && Number(version) > deliveryTargetVersion;
  return {
    where: "version",
    must: `must be ${deliveryTargetVersion}, which this ecs-env knows`,
    got: formatGiven(version),
    advice: isNewer
      ? "Install a newer ecs-env: the Terraform project that wrote this is ahead of it."
      : "Check that this is a delivery target, and apply the services stack again.",
  };
}

function checkFields(value: object, source: string): asserts value is DeliveryTarget {
  const problems = fieldProblems(value, deliveryTargetFields, "");
  if (problems.length > 0) throw new ConfigError(source, problems);
}
