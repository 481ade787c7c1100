import { inProduction } from "./production-check";

/** Without a domain there is no certificate, and everything is readable on the way. */
export const productionHttps = inProduction(({ domain }) => {
  if (domain !== "none") return [];
  const advice = 'Add domain: { zone: "example.com", name: "shop.example.com" }.';
  return [{ where: "domain", must: "must be given in production, for HTTPS", got: "nothing", advice }];
});
