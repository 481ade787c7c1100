import { type ResourceBehaviour } from "./behaviour";
import { bucketBehaviours } from "./buckets";
import { certificateBehaviours } from "./certificates";
import { dnsBehaviours } from "./dns";
import { encryptionBehaviours } from "./encryption";
import { flowLogBehaviours } from "./flow-log";
import { loadBalancingBehaviours } from "./load-balancing";
import { logsBehaviours } from "./logs";
import { routingBehaviours } from "./routing";
import { securityGroupBehaviours } from "./security-group";
import { serverBehaviours } from "./servers";
import { vpcBehaviours } from "./vpc";
import { vpcEndpointBehaviours } from "./vpc-endpoint";
import { webFirewallBehaviours } from "./web-firewall";

/** Networks, names, keys, buckets and logs. */
export const platformBehaviours: readonly ResourceBehaviour[] = [
  ...bucketBehaviours,
  ...certificateBehaviours,
  ...dnsBehaviours,
  ...encryptionBehaviours,
  ...flowLogBehaviours,
  ...loadBalancingBehaviours,
  ...logsBehaviours,
  ...routingBehaviours,
  ...securityGroupBehaviours,
  ...serverBehaviours,
  ...vpcBehaviours,
  ...vpcEndpointBehaviours,
  ...webFirewallBehaviours,
];
