import { type Rule } from "../rule";
import { defaultSecurityGroupClosed } from "./default-security-group-closed";
import { securityGroupRulesSayWhy } from "./security-group-rules-say-why";
import { securityGroupsAreReplacedSafely } from "./security-groups-are-replaced-safely";
import { subnetsGiveNoPublicAddress } from "./subnets-give-no-public-address";
import { vpcFlowLogs } from "./vpc-flow-logs";

export const networkRules: readonly Rule[] = [
  vpcFlowLogs,
  defaultSecurityGroupClosed,
  subnetsGiveNoPublicAddress,
  securityGroupRulesSayWhy,
  securityGroupsAreReplacedSafely,
];
