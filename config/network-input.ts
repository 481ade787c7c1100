import type { InterfaceEndpointService, NatMode } from "./environment";

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export interface NetworkInput {
  /** Private IPv4 block of the VPC, /16 to /23, for example `10.10.0.0/16`; no other environment may overlap it. */
  readonly cidr: string;
  /**
   * Letters of the two or three availability zones; most regions have a, b and c only. Adding a letter later changes no existing subnet.
   *
   * @default ["a", "b"]
   */
  readonly zones?: readonly string[];
  /**
   * NAT gateways for connections to the internet: none, one for all zones (which all lose their way out with it), or
   * one per zone. AWS services are reached through endpoints in any case. Costs by the hour and by traffic.
   *
   * @default "none"
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
   */
  readonly nat?: NatMode;
  /**
   * AWS services to reach through interface endpoints besides those that tasks need in any case: `ecr.api`, `ecr.dkr`
   * and `logs` always, `secretsmanager` and `ssm` where secrets come from there, `ssmmessages` and `kms` where a service
   * has exec. Each costs by the hour and zone.
   *
   * @default []
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
   */
  readonly endpoints?: readonly InterfaceEndpointService[];
  /**
   * Which connections the flow logs record: all, or only the refused ones.
   *
   * @default - "ALL" in production, else "REJECT"
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
   */
  readonly flowLogs?: "ALL" | "REJECT";
  /**
   * Whether all log groups of the environment are encrypted with a KMS key of its own; always in production. They are in any case where a
   * service has exec. The key costs by the month and by use.
   *
   * @default - true in production, else false
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   */
  readonly encryptLogs?: boolean;
  /**
   * Days to keep the flow logs; a period CloudWatch offers, at least 365 in production.
   *
   * @default - 365 in production, else 30
   */
  readonly logRetentionDays?: number;
}
