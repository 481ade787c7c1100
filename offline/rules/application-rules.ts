import { capacityChange } from "./capacity-change";
import { clusterInUse } from "./cluster-in-use";
import { codedeployService } from "./codedeploy-service";
import { containerDefinitions } from "./container-definitions";
import { databaseDeletion } from "./database-deletion";
import { databaseFit } from "./database-fit";
import { databaseSettings } from "./database-settings";
import { databaseSubnetGroup } from "./database-subnet-group";
import { duplicateName } from "./duplicate-name";
import { fargateSize } from "./fargate-size";
import { fargateTask } from "./fargate-task";
import { missingReference } from "./missing-reference";
import { nameSyntax } from "./name-syntax";
import { policyDocument } from "./policy-document";
import { repositorySettings } from "./repository-settings";
import { resourceInUse } from "./resource-in-use";
import { type Rule } from "./rule";
import { scalingPolicyTarget } from "./scaling-policy-target";
import { scalingTarget } from "./scaling-target";
import { secretSettings } from "./secret-settings";
import { serviceCapacity } from "./service-capacity";
import { serviceSettings } from "./service-settings";
import { serviceTargetGroup } from "./service-target-group";
import { serviceTaskDefinition } from "./service-task-definition";
import { tagSyntax } from "./tag-syntax";
import { trafficShift } from "./traffic-shift";
import { wrongVpc } from "./wrong-vpc";

/** What AWS refuses of containers, permissions, databases, registries, scaling, secrets, and of names anywhere. */
export const applicationRules: readonly Rule[] = [
  capacityChange,
  clusterInUse,
  codedeployService,
  containerDefinitions,
  databaseDeletion,
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
