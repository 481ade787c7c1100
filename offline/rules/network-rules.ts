import { balancerDuplicate } from "./balancer-duplicate";
import { balancerGroups } from "./balancer-groups";
import { balancerInternet } from "./balancer-internet";
import { balancerLogBucket } from "./balancer-log-bucket";
import { balancerName } from "./balancer-name";
import { balancerProtected } from "./balancer-protected";
import { balancerSubnets } from "./balancer-subnets";
import { bucketName } from "./bucket-name";
import { bucketNotEmpty } from "./bucket-not-empty";
import { bucketPolicy } from "./bucket-policy";
import { bucketTaken } from "./bucket-taken";
import { certificateInUse } from "./certificate-in-use";
import { certificateValidation } from "./certificate-validation";
import { endpointGroups } from "./endpoint-groups";
import { endpointPrivateDns } from "./endpoint-private-dns";
import { endpointRegion } from "./endpoint-region";
import { endpointSubnets } from "./endpoint-subnets";
import { flowLogDuplicate } from "./flow-log-duplicate";
import { flowLogRole } from "./flow-log-role";
import { flowLogSource } from "./flow-log-source";
import { forwardTargetNetwork } from "./forward-target-network";
import { forwardTargetProtocol } from "./forward-target-protocol";
import { forwardTargetShared } from "./forward-target-shared";
import { forwardWeights } from "./forward-weights";
import { groupRuleDescription } from "./group-rule-description";
import { groupRuleDuplicate } from "./group-rule-duplicate";
import { groupRuleLimit } from "./group-rule-limit";
import { groupRuleNetwork } from "./group-rule-network";
import { groupRulePeer } from "./group-rule-peer";
import { groupRulePorts } from "./group-rule-ports";
import { internetGatewayInUse } from "./internet-gateway-in-use";
import { internetGatewaySecond } from "./internet-gateway-second";
import { keyAliasDuplicate } from "./key-alias-duplicate";
import { keyAliasName } from "./key-alias-name";
import { keyDeletionWindow } from "./key-deletion-window";
import { keyPolicyLockout } from "./key-policy-lockout";
import { listenerCertificate } from "./listener-certificate";
import { listenerCertificatePending } from "./listener-certificate-pending";
import { listenerDuplicate } from "./listener-duplicate";
import { listenerProtocol } from "./listener-protocol";
import { listenerRedirectLoop } from "./listener-redirect-loop";
import { listenerRuleConditions } from "./listener-rule-conditions";
import { listenerRulePriority } from "./listener-rule-priority";
import { listenerRulePriorityTaken } from "./listener-rule-priority-taken";
import { listenerTlsPolicy } from "./listener-tls-policy";
import { logGroupDuplicate } from "./log-group-duplicate";
import { logGroupKey } from "./log-group-key";
import { logGroupName } from "./log-group-name";
import { logGroupRetention } from "./log-group-retention";
import { natGatewayAddress } from "./nat-gateway-address";
import { natGatewayInternet } from "./nat-gateway-internet";
import { recordAlias } from "./record-alias";
import { recordCname } from "./record-cname";
import { recordDuplicate } from "./record-duplicate";
import { routeDuplicate } from "./route-duplicate";
import { routeTableAssociationNetwork } from "./route-table-association-network";
import { routeTableAssociationSecond } from "./route-table-association-second";
import { routeTargetNetwork } from "./route-target-network";
import { type Rule } from "./rule";
import { securityGroupDuplicate } from "./security-group-duplicate";
import { securityGroupInUse } from "./security-group-in-use";
import { securityGroupText } from "./security-group-text";
import { subnetInUse } from "./subnet-in-use";
import { subnetOutsideVpc } from "./subnet-outside-vpc";
import { subnetOverlap } from "./subnet-overlap";
import { subnetZone } from "./subnet-zone";
import { targetGroupDelay } from "./target-group-delay";
import { targetGroupDuplicate } from "./target-group-duplicate";
import { targetGroupHealthCheck } from "./target-group-health-check";
import { targetGroupInUse } from "./target-group-in-use";
import { targetGroupNameRule } from "./target-group-name";
import { vpcInUse } from "./vpc-in-use";
import { vpcSize } from "./vpc-size";
import { wafDuplicate } from "./waf-duplicate";
import { wafInUse } from "./waf-in-use";
import { wafPriority } from "./waf-priority";
import { wafStatement } from "./waf-statement";
import { zoneConflict } from "./zone-conflict";
import { zoneNotEmpty } from "./zone-not-empty";

/** What AWS refuses of networks, balancers, names, certificates, buckets, keys and logs. */
export const networkRules: readonly Rule[] = [
  balancerDuplicate,
  balancerGroups,
  balancerInternet,
  balancerLogBucket,
  balancerName,
  balancerProtected,
  balancerSubnets,
  bucketName,
  bucketNotEmpty,
  bucketPolicy,
  bucketTaken,
  certificateInUse,
  certificateValidation,
  endpointGroups,
  endpointPrivateDns,
  endpointRegion,
  endpointSubnets,
  flowLogDuplicate,
  flowLogRole,
  flowLogSource,
  forwardTargetNetwork,
  forwardTargetProtocol,
  forwardTargetShared,
  forwardWeights,
  groupRuleDescription,
  groupRuleDuplicate,
  groupRuleLimit,
  groupRuleNetwork,
  groupRulePeer,
  groupRulePorts,
  internetGatewayInUse,
  internetGatewaySecond,
  keyAliasDuplicate,
  keyAliasName,
  keyDeletionWindow,
  keyPolicyLockout,
  listenerCertificatePending,
  listenerCertificate,
  listenerDuplicate,
  listenerProtocol,
  listenerRedirectLoop,
  listenerRuleConditions,
  listenerRulePriorityTaken,
  listenerRulePriority,
  listenerTlsPolicy,
  logGroupDuplicate,
  logGroupKey,
  logGroupName,
  logGroupRetention,
  natGatewayAddress,
  natGatewayInternet,
  recordAlias,
  recordCname,
  recordDuplicate,
  routeDuplicate,
  routeTableAssociationNetwork,
  routeTableAssociationSecond,
  routeTargetNetwork,
  securityGroupDuplicate,
  securityGroupInUse,
  securityGroupText,
  subnetInUse,
  subnetOutsideVpc,
  subnetOverlap,
  subnetZone,
  targetGroupDelay,
  targetGroupDuplicate,
  targetGroupHealthCheck,
  targetGroupInUse,
  targetGroupNameRule,
  vpcInUse,
  vpcSize,
  wafDuplicate,
  wafInUse,
  wafPriority,
  wafStatement,
  zoneConflict,
  zoneNotEmpty,
];
