import type { EnvironmentCheck } from "./environment-check";

/** Networks and load balancers without a service cost money for nothing. */
export const notEmpty: EnvironmentCheck = ({ services }) => {
  if (!services || services.size > 0) return [];
  const advice = 'Add one, for example shop: { kind: "frontend", routes: [{ path: "/*" }] }.';
  return [{ where: "services", must: "must have at least one service", got: "{}", advice }];
};
