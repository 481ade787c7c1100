import type { Finding } from "../finding";
import type { ContainerCheck } from "./container-check";

/** ECS refuses a soft limit above the hard one. */
export const softLimitsBelowHard: ContainerCheck = {
  reads: ["ulimits"],
  find: (containers) =>
    containers.flatMap(({ ulimits = [] }, index) =>
      ulimits.flatMap(({ softLimit, hardLimit }, position): Finding[] => {
        // -1 is "unlimited".
        if (hardLimit === -1 || (softLimit !== -1 && softLimit <= hardLimit)) return [];
        const path = [index, "ulimits", position, "softLimit"];
        const must = `must be at most hardLimit, ${hardLimit}`;
        return [{ path, must, got: String(softLimit), advice: "Lower softLimit, or raise hardLimit." }];
      }),
    ),
};
