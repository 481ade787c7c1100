import { formatGiven } from "../../problems/problem";
import type { EnvironmentCheck } from "./environment-check";

/** Most characters of a certificate's first name. @see https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
const longestCertificateName = 64;

/** The records of a name are made in its zone. */
export const domainName: EnvironmentCheck = ({ domain }) => {
  if (!domain || domain === "none") return [];
  const { zone, name } = domain;
  if (name !== zone && !name.endsWith(`.${zone}`)) {
    const must = `must be ${zone} or end in .${zone}`;
    return [
      { where: "domain.name", must, got: formatGiven(name), advice: `Use for example "shop.${zone}".` },
    ];
  }
  if (name.length <= longestCertificateName) return [];
  const must = `must have at most ${longestCertificateName} characters, the limit of a certificate`;
  return [{ where: "domain.name", must, got: formatGiven(name), advice: "Use a shorter name." }];
};
