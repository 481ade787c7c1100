import { inProduction, mustBeOn } from "./production-check";

/** Security Hub ELB.5 and ELB.6. */
export const productionLoadBalancers = inProduction(
  ({ loadBalancers: { deletionProtection, accessLogs } }) => [
    ...mustBeOn("loadBalancers.deletionProtection", deletionProtection),
    ...mustBeOn("loadBalancers.accessLogs", accessLogs),
  ],
);
