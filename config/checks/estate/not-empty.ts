import type { EstateCheck } from "./estate-check";

/** Without an environment there is nothing to synthesize. */
export const notEmpty: EstateCheck = ({ environments }) => {
  if (environments.length > 0) return [];
  const advice = "Import one and list it, for example environments: [dev].";
  return [{ where: "environments", must: "must list at least one environment", got: "[]", advice }];
};
