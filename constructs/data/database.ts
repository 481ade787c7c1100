import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { SecretsmanagerSecretRotation } from "@cdktf/provider-aws/lib/secretsmanager-secret-rotation";
import { Construct } from "constructs";
import { databaseIdentifier, monitoringRoleName } from "../../limits/resource-names";
import { EncryptionKey } from "../encryption/encryption-key";
import { SecurityGroup } from "../network/security-group";
import { LogGroup } from "../observability/log-group";
import { ServiceRole } from "../permissions/service-role";
import { checkDatabase } from "./check-database";
import { engineDefaults, parameterGroupFamily, type DatabaseEngine } from "./database-engine";
import { databaseDefaults } from "./database-defaults";
import type { DatabaseProps } from "./database-props";

/**
 * A PostgreSQL or MySQL database that nothing reaches until a service is given an edge to it.
 *
 * Creates: RDS instance with encrypted, growing storage; KMS key; subnet group; parameter group that refuses
 * connections without TLS; closed security group; log groups; monitoring role. RDS makes and rotates the password in
 * Secrets Manager. Costs: the instance by the hour, storage and backups by volume, the key by the month.
 *
 * @example
 * const orders = new Database(stack, "Orders", {
 *   environment: "dev",
 *   name: "orders",
 *   account: "111111111111",
 *   region: "eu-west-1",
 *   network,
 * });
 * api.securityGroup.allowTo(orders.securityGroup, orders.port, "API reads and writes orders");
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 */
export class Database extends Construct {
  readonly host: string;
  readonly port: number;
  /** Name of the database inside the instance. */
  readonly databaseName: string;
  /** Secret with the fields `username` and `password`. */
  readonly secretArn: string;
  /** Key that encrypts the storage, the snapshots and the secret. */
  readonly encryptionKeyArn: string;
  readonly securityGroup: SecurityGroup;
  private readonly identifier: string;
  private readonly engine: DatabaseEngine;
  private readonly version: string;

  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    checkDatabase(this, props);
    this.identifier = databaseIdentifier(props.environment, props.name);
    this.engine = props.engine ?? "postgres";
    this.version = props.version ?? engineDefaults[this.engine].version;
    this.port = props.port ?? engineDefaults[this.engine].port;
    this.databaseName = props.databaseName ?? props.name.replaceAll("-", "_");
    const key = new EncryptionKey(this, "Key", {
      name: `${this.identifier}-database`,
      description: `Storage, snapshots and password of the database ${this.identifier}`,
      account: props.account,
      preventDestroy: props.preventDestroy,
    });
    this.encryptionKeyArn = key.arn;
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", {
      name: `${this.identifier}-database`,
      peerName: `${props.name}-database`,
      vpcId: props.network.vpcId,
    });
    const instance = this.createInstance(props, {
      logGroups: this.createLogGroups(props),
      subnetGroupName: this.createSubnetGroup(props.network.isolatedSubnetIds),
      parameterGroupName: this.createParameterGroup(),
      monitoring: this.createMonitoring(props),
    });
    this.host = instance.address;
    this.secretArn = instance.masterUserSecret.get(0).secretArn;
    this.createPasswordRotation(props.passwordRotationDays ?? databaseDefaults.passwordRotationDays);
  }

  /** Those that RDS creates itself have neither retention nor key. */
  private createLogGroups(props: DatabaseProps): LogGroup[] {
    return engineDefaults[this.engine].logs.map(
      (log) =>
        new LogGroup(this, `Logs-${log}`, {
          name: `/aws/rds/instance/${this.identifier}/${log}`,
          retentionDays: props.logRetentionDays,
          encryptionKeyArn: props.logEncryptionKeyArn,
        }),
    );
  }

  private createSubnetGroup(subnetIds: readonly string[]): string {
    return new DbSubnetGroup(this, "SubnetGroup", {
      name: this.identifier,
      description: `Isolated subnets for ${this.identifier}`,
      subnetIds: [...subnetIds],
    }).name;
  }

  /** A new major version needs a new group while the old one is in use: hence the prefix. */
  private createParameterGroup(): string {
    return new DbParameterGroup(this, "ParameterGroup", {
      namePrefix: `${this.identifier}-`,
      description: `Parameters of ${this.identifier}`,
      family: parameterGroupFamily(this.engine, this.version),
      parameter: [...engineDefaults[this.engine].parameters],
      lifecycle: { createBeforeDestroy: true },
    }).name;
  }

  private createMonitoring(props: DatabaseProps): Monitoring | undefined {
    if (props.enhancedMonitoring === false) return undefined;
    const role = new ServiceRole(this, "MonitoringRole", {
      name: monitoringRoleName(props.environment, props.name),
      description: `RDS records operating system metrics of ${this.identifier}`,
      servicePrincipal: "monitoring.rds.amazonaws.com",
      account: props.account,
    });
    const policy = new IamRolePolicyAttachment(this, "MonitoringPolicy", {
      role: role.name,
      policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
    });
    return { roleArn: role.arn, policy };
  }

  private createInstance(props: DatabaseProps, parts: InstanceParts): DbInstance {
    const insights = props.performanceInsights ?? true;
    return new DbInstance(this, "Resource", {
      identifier: this.identifier,
      engine: this.engine,
      engineVersion: this.version,
      instanceClass: props.instanceClass ?? databaseDefaults.instanceClass,
      dbName: this.databaseName,
      port: this.port,
      username: props.username ?? "app_owner",
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: this.encryptionKeyArn,
      iamDatabaseAuthenticationEnabled: true,
      storageType: "gp3",
      allocatedStorage: props.storageGiB ?? databaseDefaults.storageGiB,
      maxAllocatedStorage: props.maxStorageGiB ?? databaseDefaults.maxStorageGiB,
      storageEncrypted: true,
      kmsKeyId: this.encryptionKeyArn,
      dbSubnetGroupName: parts.subnetGroupName,
      vpcSecurityGroupIds: [this.securityGroup.securityGroupId],
      publiclyAccessible: false,
      multiAz: props.multiAz ?? true,
      parameterGroupName: parts.parameterGroupName,
      backupRetentionPeriod: props.backupDays ?? databaseDefaults.backupDays,
      deleteAutomatedBackups: false,
      copyTagsToSnapshot: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `${this.identifier}-final`,
      deletionProtection: props.deletionProtection ?? true,
      autoMinorVersionUpgrade: true,
      applyImmediately: false,
      enabledCloudwatchLogsExports: [...engineDefaults[this.engine].logs],
      performanceInsightsEnabled: insights,
      performanceInsightsKmsKeyId: insights ? this.encryptionKeyArn : undefined,
      performanceInsightsRetentionPeriod: insights ? 7 : undefined,
      monitoringInterval: parts.monitoring ? 60 : 0,
      monitoringRoleArn: parts.monitoring?.roleArn,
      // RDS tries the role's permissions, and would create the log groups itself.
      dependsOn: [
        ...parts.logGroups.map((group) => group.resource),
        ...(parts.monitoring ? [parts.monitoring.policy] : []),
      ],
      lifecycle: props.preventDestroy ? { preventDestroy: true } : undefined,
    });
  }

  /** RDS would rotate every seven days, which running tasks do not notice. */
  private createPasswordRotation(days: number): void {
    new SecretsmanagerSecretRotation(this, "PasswordRotation", {
      secretId: this.secretArn,
      rotateImmediately: false,
      rotationRules: { automaticallyAfterDays: days },
    });
  }
}

interface InstanceParts {
  readonly logGroups: readonly LogGroup[];
  readonly subnetGroupName: string;
  readonly parameterGroupName: string;
  readonly monitoring: Monitoring | undefined;
}

interface Monitoring {
  readonly roleArn: string;
  readonly policy: IamRolePolicyAttachment;
}
