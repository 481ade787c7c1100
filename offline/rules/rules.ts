import { balancerDuplicate } from "./balancing/balancer-duplicate";
import { balancerGroups } from "./balancing/balancer-groups";
import { balancerInternet } from "./balancing/balancer-internet";
import { balancerLogBucket } from "./balancing/balancer-log-bucket";
import { balancerName } from "./balancing/balancer-name";
import { balancerProtected } from "./balancing/balancer-protected";
import { balancerSubnets } from "./balancing/balancer-subnets";
import { forwardTargetNetwork } from "./balancing/forward-target-network";
import { forwardTargetProtocol } from "./balancing/forward-target-protocol";
import { forwardTargetShared } from "./balancing/forward-target-shared";
import { forwardWeights } from "./balancing/forward-weights";
import { listenerCertificate } from "./balancing/listener-certificate";
import { listenerCertificatePending } from "./balancing/listener-certificate-pending";
import { listenerDuplicate } from "./balancing/listener-duplicate";
import { listenerProtocol } from "./balancing/listener-protocol";
import { listenerRedirectLoop } from "./balancing/listener-redirect-loop";
import { listenerRuleConditions } from "./balancing/listener-rule-conditions";
import { listenerRulePriority } from "./balancing/listener-rule-priority";
import { listenerRulePriorityTaken } from "./balancing/listener-rule-priority-taken";
import { listenerTlsPolicy } from "./balancing/listener-tls-policy";
import { targetGroupDelay } from "./balancing/target-group-delay";
import { targetGroupDuplicate } from "./balancing/target-group-duplicate";
import { targetGroupHealthCheck } from "./balancing/target-group-health-check";
import { targetGroupInUse } from "./balancing/target-group-in-use";
import { targetGroupNameRule } from "./balancing/target-group-name";
import { databaseDeletion } from "./databases/database-deletion";
import { databaseFit } from "./databases/database-fit";
import { databaseSettings } from "./databases/database-settings";
import { databaseUpgrade } from "./databases/database-upgrade";
import { databaseSubnetGroup } from "./databases/database-subnet-group";
import { certificateInUse } from "./domains/certificate-in-use";
import { certificateValidation } from "./domains/certificate-validation";
import { recordAlias } from "./domains/record-alias";
import { recordCname } from "./domains/record-cname";
import { recordDuplicate } from "./domains/record-duplicate";
import { zoneConflict } from "./domains/zone-conflict";
import { zoneNotEmpty } from "./domains/zone-not-empty";
import { duplicateName } from "./every-type/duplicate-name";
import { missingReference } from "./every-type/missing-reference";
import { nameSyntax } from "./every-type/name-syntax";
import { policyDocument } from "./every-type/policy-document";
import { resourceInUse } from "./every-type/resource-in-use";
import { tagSyntax } from "./every-type/tag-syntax";
import { wrongVpc } from "./every-type/wrong-vpc";
import { wafDuplicate } from "./firewall/waf-duplicate";
import { wafInUse } from "./firewall/waf-in-use";
import { wafPriority } from "./firewall/waf-priority";
import { wafStatement } from "./firewall/waf-statement";
import { endpointGroups } from "./network/endpoint-groups";
import { endpointPrivateDns } from "./network/endpoint-private-dns";
import { endpointRegion } from "./network/endpoint-region";
import { endpointSubnets } from "./network/endpoint-subnets";
import { flowLogDuplicate } from "./network/flow-log-duplicate";
import { flowLogRole } from "./network/flow-log-role";
import { flowLogSource } from "./network/flow-log-source";
import { internetGatewayInUse } from "./network/internet-gateway-in-use";
import { internetGatewaySecond } from "./network/internet-gateway-second";
import { natGatewayAddress } from "./network/nat-gateway-address";
import { natGatewayInternet } from "./network/nat-gateway-internet";
import { routeDuplicate } from "./network/route-duplicate";
import { routeTableAssociationNetwork } from "./network/route-table-association-network";
import { routeTableAssociationSecond } from "./network/route-table-association-second";
import { routeTargetNetwork } from "./network/route-target-network";
import { subnetInUse } from "./network/subnet-in-use";
import { subnetOutsideVpc } from "./network/subnet-outside-vpc";
import { subnetOverlap } from "./network/subnet-overlap";
import { subnetZone } from "./network/subnet-zone";
import { vpcInUse } from "./network/vpc-in-use";
import { vpcSize } from "./network/vpc-size";
import { groupRuleDescription } from "./security-groups/group-rule-description";
import { groupRuleDuplicate } from "./security-groups/group-rule-duplicate";
import { groupRuleLimit } from "./security-groups/group-rule-limit";
import { groupRuleNetwork } from "./security-groups/group-rule-network";
import { groupRulePeer } from "./security-groups/group-rule-peer";
import { groupRulePorts } from "./security-groups/group-rule-ports";
import { securityGroupDuplicate } from "./security-groups/security-group-duplicate";
import { securityGroupInUse } from "./security-groups/security-group-in-use";
import { securityGroupText } from "./security-groups/security-group-text";
import { capacityChange } from "./services/capacity-change";
import { clusterInUse } from "./services/cluster-in-use";
import { codedeployService } from "./services/codedeploy-service";
import { deploymentGroup } from "./services/deployment-group";
import { serviceController } from "./services/service-controller";
import { shiftRule } from "./services/shift-rule";
import { containerDefinitions } from "./services/container-definitions";
import { fargateSize } from "./services/fargate-size";
import { fargateTask } from "./services/fargate-task";
import { scalingPolicyTarget } from "./services/scaling-policy-target";
import { scalingTarget } from "./services/scaling-target";
import { serviceCapacity } from "./services/service-capacity";
import { serviceSettings } from "./services/service-settings";
import { serviceTargetGroup } from "./services/service-target-group";
import { serviceTaskDefinition } from "./services/service-task-definition";
import { trafficShift } from "./services/traffic-shift";
import { bucketName } from "./storage-and-keys/bucket-name";
import { bucketNotEmpty } from "./storage-and-keys/bucket-not-empty";
import { bucketPolicy } from "./storage-and-keys/bucket-policy";
import { bucketTaken } from "./storage-and-keys/bucket-taken";
import { keyAliasDuplicate } from "./storage-and-keys/key-alias-duplicate";
import { keyAliasName } from "./storage-and-keys/key-alias-name";
import { keyDeletionWindow } from "./storage-and-keys/key-deletion-window";
import { keyPolicyLockout } from "./storage-and-keys/key-policy-lockout";
import { logGroupDuplicate } from "./storage-and-keys/log-group-duplicate";
import { logGroupKey } from "./storage-and-keys/log-group-key";
import { logGroupName } from "./storage-and-keys/log-group-name";
import { logGroupRetention } from "./storage-and-keys/log-group-retention";
import { repositorySettings } from "./storage-and-keys/repository-settings";
import { secretSettings } from "./storage-and-keys/secret-settings";
import { type Rule } from "./rule";

/** Everything that AWS refuses, as far as the offline provider knows: a rule per file. */
export const rules: readonly Rule[] = [
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
  capacityChange,
  clusterInUse,
  codedeployService,
  deploymentGroup,
  serviceController,
  shiftRule,
  containerDefinitions,
  databaseDeletion,
  databaseUpgrade,
  databaseSettings,
  databaseSubnetGroup,
  duplicateName,
  fargateSize,
  fargateTask,
  missingReference,
  nameSyntax,
  policyDocument,
  repositorySettings,
  resourceInUse,
  scalingPolicyTarget,
  scalingTarget,
  secretSettings,
  serviceCapacity,
  serviceSettings,
  serviceTargetGroup,
  serviceTaskDefinition,
  tagSyntax,
  trafficShift,
  wrongVpc,
  databaseFit,
];
