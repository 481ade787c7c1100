/**
 * Default AWS quotas that a layout can run into.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
 */
export const quotas = {
  inboundRulesPerSecurityGroup: 60,
  listenersPerLoadBalancer: 50,
  rulesPerLoadBalancer: 100,
  targetGroupsPerLoadBalancer: 100,
  /** Targets of all target groups of an Application Load Balancer, counted once for each group they are in. */
  targetsPerLoadBalancer: 1000,
  /** Priorities of a listener's rules go from 1 to this. */
  largestRulePriority: 50_000,
  containersPerTask: 10,
  /** Addresses that an Application Load Balancer may take in each subnet while it scales. */
  loadBalancerAddressesPerSubnet: 8,
  /** Longest stop timeout of a Fargate container. */
  stopTimeoutSeconds: 120,
  /** Tags of an ECR repository that may move while all others are immutable. */
  movableTagsPerRepository: 5,
} as const;
