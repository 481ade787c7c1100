import type { DatabaseInput } from "./database-input";
import type { DeployerInput } from "./deployer-input";
import type { NetworkInput } from "./network-input";
import type { ServiceInput } from "./service-input";

/**
 * What an environment file says about one AWS account: literals only, and only what differs from the defaults.
 *
 * @see docs/environments.md for all fields in one table
 */
export interface EnvironmentInput {
  /**
   * First part of every name in the account, for example `dev`. Lower-case letters, digits and hyphens; AWS
   * refuses names that begin with `internal-`, `sg-`, `sthree-` or `amzn-s3-demo-`.
   *
   * Changing it replaces every resource.
   */
  readonly name: string;
  /** AWS account id, 12 digits in quotes. Terraform refuses to run with credentials of any other account. */
  readonly account: string;
  /**
   * AWS region, for example `eu-west-1`.
   *
   * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
   */
  readonly region: string;
  /**
   * Whether people depend on it. Production must have HTTPS, two tasks per service, multi-AZ databases, deletion
   * protection, access logs, backups of at least 7 days and logs of at least 365; elsewhere these may be weaker.
   */
  readonly production: boolean;
  /**
   * Where Terraform keeps its state.
   *
   * @default "local" - files beside the project, good for a first try and for one person only
   */
  readonly state?: StateInput;
  /**
   * Tags of every resource, besides `Environment` and `ManagedBy`, which are set for you.
   *
   * @default {}
   * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
   */
  readonly tags?: Readonly<Record<string, string>>;
  /** The ECR registry of the tooling account; its repositories are named like the services. */
  readonly registry: RegistryInput;
  /** The VPC: its addresses, zones, and ways out. */
  readonly network: NetworkInput;
  /**
   * Name of the public load balancer, with certificate, HTTPS and a redirect from HTTP.
   *
   * @default - none: unencrypted HTTP only, refused in production
   */
  readonly domain?: DomainInput;
  /** What holds for the public and the internal load balancer. */
  readonly loadBalancers?: LoadBalancersInput;
  /**
   * Databases by name; each must be used by a service.
   *
   * @default {}
   */
  readonly databases?: Readonly<Record<string, DatabaseInput>>;
  /** Services by name, which has at least two characters; at least one. */
  readonly services: Readonly<Record<string, ServiceInput>>;
  /**
   * Who may deploy the services that do not say it themselves.
   *
   * @default []
   */
  readonly deployedBy?: readonly DeployerInput[];
  /**
   * Name of the environment in which an image must have been healthy before it runs here.
   *
   * @default - images may come straight from the build
   */
  readonly promotedFrom?: string;
  /**
   * A HashiCorp Vault that gets a copy of each delivery target.
   *
   * @default - SSM Parameter Store only
   */
  readonly vault?: VaultInput;
  /**
   * Whether the account gets the OIDC providers that its deployers need, or has them already: an account can have one per issuer only.
   *
   * @default "created"
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
   */
  readonly oidcProviders?: "created" | "existing";
}

/** Terraform logs in as its Vault provider is told to, for example by `VAULT_TOKEN`. */
export interface VaultInput {
  /** Address with scheme, for example `https://vault.example.com:8200`. */
  readonly address: string;
  /**
   * Where the KV version 2 engine is mounted.
   *
   * @default "secret"
   */
  readonly mount?: string;
  /**
   * First part of the documents' paths, which go on with environment and service.
   *
   * @default "delivery"
   */
  readonly path?: string;
  /**
   * Namespace of Vault Enterprise or HCP.
   *
   * @default - the root namespace
   */
  readonly namespace?: string;
}

/** Local files, or a bucket with Terraform's own lock file. */
export type StateInput = "local" | S3StateInput;

/** @see https://developer.hashicorp.com/terraform/language/backend/s3 */
export interface S3StateInput {
  /** Name of an S3 bucket of this account. */
  readonly bucket: string;
  /**
   * Region of the bucket.
   *
   * @default - region of the environment
   */
  readonly region?: string;
  /**
   * ARN of the KMS key that encrypts the state, in the account and region of the bucket.
   *
   * @default - the bucket's own encryption
   */
  readonly kmsKeyArn?: string;
}

export interface RegistryInput {
  /** Account that owns the repositories: the tooling account, 12 digits in quotes. */
  readonly account: string;
  /**
   * Region of the repositories.
   *
   * @default - region of the environment
   */
  readonly region?: string;
  /**
   * Image a new service starts from until its first deploy; it needs a shell and busybox `httpd`.
   *
   * @default - "seed:1" in the registry
   */
  readonly seedImage?: string;
}

export interface DomainInput {
  /** Public Route 53 hosted zone of this account, for example `dev.example.com`. */
  readonly zone: string;
  /** Name of the public load balancer, in the zone, for example `shop.dev.example.com`. */
  readonly name: string;
}

/** What the public and the internal load balancer have in common. */
export interface LoadBalancersInput {
  /**
   * Whether AWS refuses to delete them. Must be true in production.
   *
   * @default true
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#deletion-protection
   */
  readonly deletionProtection?: boolean;
  /**
   * Whether every request is logged to a private bucket. Must be true in production.
   *
   * @default true
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
   */
  readonly accessLogs?: boolean;
  /**
   * Seconds a connection may stay silent before the load balancer closes it, 1 to 4000.
   *
   * @default 60
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout
   */
  readonly idleTimeoutSeconds?: number;
  /**
   * AWS managed firewall rules in front of the public load balancer: none, only counted, or blocking. Costs by the
   * month and by request.
   *
   * @default "none"
   * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
   */
  readonly webAcl?: "none" | "count" | "block";
}
