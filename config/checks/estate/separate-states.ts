import { formatGiven, type Problem } from "../../../problems/problem";
import type { EstateCheck } from "./estate-check";

/** Whoever can write the state of one account must not be able to write another one's. */
export const separateStates: EstateCheck = ({ tooling, environments }) => {
  const owners = new Map<string, string>();
  return [{ name: "tooling", state: tooling.state }, ...environments].flatMap(
    ({ name, state }): Problem[] => {
      if (state.kind !== "s3") return [];
      const owner = owners.get(state.bucket);
      if (owner === undefined) owners.set(state.bucket, name);
      if (owner === undefined || owner === name) return [];
      const must = `must not be the bucket of ${JSON.stringify(owner)}`;
      const advice = "Give each account a bucket of its own.";
      return [{ where: `${name}.state.bucket`, must, got: formatGiven(state.bucket), advice }];
    },
  );
};
