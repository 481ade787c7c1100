import type { Finding } from "../finding";
import type { ContainerCheck } from "./container-check";

/** The execution role reads secrets of its own account; another account is nearly always a line copied from another environment. */
export const secretsAreOfAccount: ContainerCheck = {
  reads: ["secrets"],
  find: (containers, { account }) =>
    containers.flatMap(({ secrets = [] }, index) =>
      secrets.flatMap(({ valueFrom }, position): Finding[] => {
        const owner = valueFrom.startsWith("arn:") ? valueFrom.split(":")[4] : undefined;
        if (account === undefined || owner === undefined || owner === account) return [];
        const must = `must be in the account of the environment, ${account}`;
        const path = [index, "secrets", position, "valueFrom"];
        return [{ path, must, got: `account ${owner}`, advice: "Refer to the secret of this environment." }];
      }),
    ),
};
