import { formatGiven, type Problem } from "../../../problems/problem";
import type { EstateCheck } from "./estate-check";

/** A role of one environment that may deploy another is a way around the border between accounts. */
export const separateDeployers: EstateCheck = ({ environments }) =>
  environments.flatMap(({ name, account, services }) =>
    Object.entries(services).flatMap(([service, { deployedBy }]) =>
      deployedBy.flatMap((deployer, index): Problem[] => {
        if (deployer.from !== "aws") return [];
        const [, , , , owner] = deployer.roleArn.split(":");
        const other = environments.find((one) => one.account === owner && one.account !== account);
        if (!other) return [];
        const where = `${name}.services.${service}.deployedBy[${index}].roleArn`;
        const must = `must not be a role of another environment (${JSON.stringify(other.name)})`;
        const advice = "Use a role of the account that pipelines run in, or of this one.";
        return [{ where, must, got: formatGiven(deployer.roleArn), advice }];
      }),
    ),
  );
