import { type ResourceBehaviour } from "./behaviour";
import { flowLogBehaviours } from "./flow-log";
import { loadBalancingBehaviours } from "./load-balancing";
import { routingBehaviours } from "./routing";
import { securityGroupBehaviours } from "./security-group";
import { vpcBehaviours } from "./vpc";
import { vpcEndpointBehaviours } from "./vpc-endpoint";

/** Networks, names, keys, buckets and logs. */
export const platformBehaviours: readonly ResourceBehaviour[] = [
  ...flowLogBehaviours,
  ...loadBalancingBehaviours,
  ...routingBehaviours,
  ...securityGroupBehaviours,
  ...vpcBehaviours,
  ...vpcEndpointBehaviours,
];
