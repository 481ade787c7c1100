export { defineEnvironment } from "./config/define-environment";
export { defineEnvironments } from "./config/define-environments";
export { defineTooling } from "./config/define-tooling";
export type { EnvironmentFiles, EnvironmentInput } from "./config/define-environment";
export type { Environment, Estate, Tooling } from "./config/environment";
export { AccessLogBucket, type AccessLogBucketProps } from "./constructs/load-balancing/access-log-bucket";
export { Domain, type AliasTarget, type DomainProps } from "./constructs/load-balancing/domain";
export {
  InternalLoadBalancer,
  type InternalLoadBalancerAttributes,
  type InternalLoadBalancerProps,
} from "./constructs/load-balancing/internal-load-balancer";
export type { LoadBalancerSettings } from "./constructs/load-balancing/load-balancer";
export {
  PublicLoadBalancer,
  type PublicLoadBalancerAttributes,
  type PublicLoadBalancerProps,
} from "./constructs/load-balancing/public-load-balancer";
export { WebAcl, type WebAclProps } from "./constructs/load-balancing/web-acl";
export {
  Network,
  type NatMode,
  type NetworkAttributes,
  type NetworkProps,
} from "./constructs/network/network";
export {
  SecurityGroup,
  type SecurityGroupPeer,
  type SecurityGroupProps,
} from "./constructs/network/security-group";
export { LogGroup, type LogGroupProps } from "./constructs/observability/log-group";
export { EncryptionKey, type EncryptionKeyProps } from "./constructs/encryption/encryption-key";
export {
  ServiceRole,
  type PolicyStatement,
  type ServiceRoleProps,
} from "./constructs/permissions/service-role";
export { Database } from "./constructs/data/database";
export type { DatabaseEngine } from "./constructs/data/database-engine";
export type { DatabaseNetwork, DatabaseProps } from "./constructs/data/database-props";
export { DeliveryTarget, type DeliveryTargetProps } from "./constructs/delivery/delivery-target";
export { DeployRole, type DeployRoleProps } from "./constructs/delivery/deploy-role";
export { ImageRepository, type ImageRepositoryProps } from "./constructs/delivery/image-repository";
export { OidcProviders, type OidcProvidersProps } from "./constructs/delivery/oidc-providers";
export { PushRole, type PushRoleProps } from "./constructs/delivery/push-role";
export { BackendService, type BackendServiceProps, type Caller } from "./constructs/services/backend-service";
export type { BalancedServiceSettings } from "./constructs/services/balanced-service";
export {
  Cluster,
  type ClusterAttributes,
  type ClusterProps,
  type ExecSessions,
} from "./constructs/services/cluster";
export { ContainerService } from "./constructs/services/container-service";
export type {
  ContainerServiceProps,
  ContainerServiceSettings,
  OutboundConnection,
  ServiceIngress,
} from "./constructs/services/container-service-settings";
export {
  FrontendService,
  type FrontendServiceProps,
  type Route,
} from "./constructs/services/frontend-service";
export type { ServiceIdentity } from "./constructs/services/service-identity";
export type { ServiceSecret } from "./constructs/services/service-roles";
export type { HealthCheck } from "./constructs/services/target-group";
export type { TaskScaling } from "./constructs/services/task-scaling";
export { Worker, type WorkerProps } from "./constructs/services/worker";
export { literalJson, literalText } from "./constructs/text/literal-text";
export type { ContainerDefinition } from "./contract/container-definition";
export {
  deliveryTargetPath,
  type CodeDeployTarget,
  type DeliveryTarget as DeliveryTargetDocument,
} from "./contract/delivery-target";
export { parseDeliveryTarget } from "./contract/parse-delivery-target";
export type { AllowedActions, PolicyCondition } from "./contract/deploy-permission";
export { deployStatements } from "./contract/deploy-permissions";
export type {
  AwsDeployer,
  BitbucketDeployer,
  Deployer,
  DeployerRef,
  GithubDeployer,
  GitlabDeployer,
} from "./contract/deployer";
export {
  type Controller,
  type Deployment,
  type DeploymentAlarms,
  type DeploymentHook,
  type RollingDeployment,
  type ShiftingDeployment,
  type Strategy,
} from "./contract/deployment";
export { ownership, type DeploymentKind, type OwnedAttribute, type Owner } from "./contract/ownership";
export {
  startOfflineProvider,
  type OfflineProviderServer,
  type OfflineProviderServerOptions,
} from "./offline/start-offline-provider";
export { ConfigError } from "./problems/config-error";
export { ConstructError } from "./problems/construct-error";
export type { Problem } from "./problems/problem";
export { AccountStack, type AccountStackProps } from "./stacks/account-stack";
export { addEnvironment, buildApp, type BuildAppOptions } from "./stacks/build-app";
export { DataStack } from "./stacks/data-stack";
export { DeliveryStack } from "./stacks/delivery-stack";
export { NetworkStack } from "./stacks/network-stack";
export { OidcStack } from "./stacks/oidc-stack";
export { prepareStacks } from "./stacks/prepare-stacks";
export { renderStackHcl } from "./stacks/render-stack-hcl";
export { ServicesStack } from "./stacks/services-stack";
export { stopStackCapture, type StackCapture } from "./stacks/stop-stack-capture";
export { readStacks } from "./terraform/stacks/read-stacks";
export { Synthesis, type Attributes, type TerraformType } from "./testing/synthesis";
export { synthesize, synthesizeApp } from "./testing/synthesize";
export {
  type EnvironmentFiles as VerifiedEnvironment,
  type Estate as VerifiedEstate,
} from "./verify/estate/estate";
export { readEstate, type EnvironmentSettings } from "./verify/estate/read-estate";
export type { Resource as VerifiedResource } from "./verify/estate/resource";
export type { Finding } from "./verify/findings/finding";
export { runRules, type RuleResult } from "./verify/findings/run-rules";
export type { Network as ReachableNetwork, Path as ReachablePath } from "./verify/network/network";
export { readNetwork } from "./verify/network/read-network";
export type { Rule, RuleDescription, RuleProblem, Severity, Verdict } from "./verify/rules/rule";
export { rules } from "./verify/rules/rules";
export { JsonText, Reference, Template, Unknown, type Value, type ValueMap } from "./verify/values/value";
