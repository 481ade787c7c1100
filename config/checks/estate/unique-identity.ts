import { formatGiven, type Problem } from "../../../problems/problem";
import { forEachPair, type EstateCheck } from "./estate-check";

/** Names are first parts of stacks and of names in AWS. */
export const uniqueNames = forEachPair(({ name }, earlier): readonly Problem[] => {
  if (name !== earlier.name) return [];
  const must = "must differ from that of every other environment";
  return [
    {
      where: `${name}.name`,
      must,
      got: formatGiven(name),
      advice: "List it once, or rename one of the two.",
    },
  ];
});

/** One account per environment is what keeps a mistake in one of them. */
export const uniqueAccounts = forEachPair(({ name, account }, earlier): readonly Problem[] => {
  if (account !== earlier.account) return [];
  const must = `must be another account than that of ${JSON.stringify(earlier.name)}`;
  const advice = "Give each environment an account of its own.";
  return [{ where: `${name}.account`, must, got: formatGiven(account), advice }];
});

/** The tooling account outlives environments. */
export const toolingAccountDiffers: EstateCheck = ({ tooling, environments }) =>
  environments.flatMap(({ name, account }): Problem[] => {
    if (account !== tooling.account) return [];
    const must = "must be another account than that of tooling";
    const advice = "Give each environment an account of its own.";
    return [{ where: `${name}.account`, must, got: formatGiven(account), advice }];
  });

/** A public name leads to one place. */
export const uniqueDomains = forEachPair(({ name, domain }, earlier): readonly Problem[] => {
  if (!domain || domain.name !== earlier.domain?.name) return [];
  const must = `must differ from the name of ${JSON.stringify(earlier.name)}`;
  const advice = "Give each environment a name of its own.";
  return [{ where: `${name}.domain.name`, must, got: formatGiven(domain.name), advice }];
});
