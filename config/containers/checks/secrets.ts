import type { Finding } from "../finding";
import type { ContainerCheck } from "./container-check";

/** The execution role reads secrets of its own account; another account is nearly always a line copied from another environment. */
export const secretsAreOfAccount: ContainerCheck = {
  reads: ["secrets"],
  find: (containers, { account }) =>
    containers.flatMap(({ secrets = [] }, index) =>
      secrets.flatMap(({ valueFrom }, position): Finding[] => {
        const { account: owner } = ownerOf(valueFrom);
        if (account === undefined || owner === undefined || owner === account) return [];
        const must = `must be in the account of the environment, ${account}`;
        const path = [index, "secrets", position, "valueFrom"];
        return [{ path, must, got: `account ${owner}`, advice: "Refer to the secret of this environment." }];
      }),
    ),
};

/** ECS reads parameters in its own region only, and a secret of another region is nearly always a copied line. */
export const secretsAreOfRegion: ContainerCheck = {
  reads: ["secrets"],
  find: (containers, { region }) =>
    containers.flatMap(({ secrets = [] }, index) =>
      secrets.flatMap(({ valueFrom }, position): Finding[] => {
        const { region: home } = ownerOf(valueFrom);
        if (region === undefined || home === undefined || home === region) return [];
        const must = `must be in the region of the environment, ${region}`;
        const path = [index, "secrets", position, "valueFrom"];
        return [{ path, must, got: `region ${home}`, advice: "Refer to the secret of this environment." }];
      }),
    ),
};

/** Where a reference leads; nowhere else than here when it is no ARN. */
function ownerOf(valueFrom: string): { readonly region?: string; readonly account?: string } {
  if (!valueFrom.startsWith("arn:")) return {};
  const [, , , region, account] = valueFrom.split(":");
  return { ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }) };
}
