import type { Construct } from "constructs";
import type { Environment } from "../config/environment";
import { EncryptionKey } from "../constructs/encryption/encryption-key";
import { AccessLogBucket } from "../constructs/load-balancing/access-log-bucket";
import { Domain } from "../constructs/load-balancing/domain";
import { InternalLoadBalancer } from "../constructs/load-balancing/internal-load-balancer";
import type { LoadBalancerSettings } from "../constructs/load-balancing/load-balancer";
import { PublicLoadBalancer } from "../constructs/load-balancing/public-load-balancer";
import { WebAcl } from "../constructs/load-balancing/web-acl";
import { Network } from "../constructs/network/network";
import { accessLogBucketName } from "../limits/resource-names";
import { AccountStack } from "./account-stack";
import { environmentStackProps } from "./environment-stack-props";

/** What changes rarely and everything else stands on: VPC, load balancers, certificate, names, the key for logs. */
export class NetworkStack extends AccountStack {
  readonly network: Network;
  readonly publicLoadBalancer: PublicLoadBalancer;
  readonly internalLoadBalancer: InternalLoadBalancer;
  /** How the internet reaches the environment, for people. */
  readonly entry: string;
  /** Encrypts log groups: where the environment says so, and wherever people may open a shell in tasks. */
  readonly logKeyArn?: string;

  constructor(scope: Construct, environment: Environment) {
    super(scope, "network", environmentStackProps(environment));
    this.logKeyArn = this.createLogKey(environment);
    this.network = this.createNetwork(environment);
    this.entry = environment.domain ? `https://${environment.domain.name}` : "HTTP only (no domain)";
    const settings = this.loadBalancerSettings(environment);
    this.publicLoadBalancer = this.createPublicLoadBalancer(environment, settings);
    this.internalLoadBalancer = new InternalLoadBalancer(this, "InternalLoadBalancer", {
      ...settings,
      privateSubnetIds: this.network.privateSubnetIds,
    });
  }

  private createLogKey({ name, production, network, services }: Environment): string | undefined {
    const isNeeded = network.encryptLogs || Object.values(services).some((service) => service.exec);
    if (!isNeeded) return undefined;
    return new EncryptionKey(this, "LogKey", {
      name: `${name}-logs`,
      description: `Log groups of ${name}`,
      account: this.account,
      logsRegion: this.region,
      preventDestroy: production,
    }).arn;
  }

  private createNetwork({ name, network, production }: Environment): Network {
    return new Network(this, "Network", {
      name,
      account: this.account,
      region: this.region,
      cidrBlock: network.cidr,
      zones: network.zones,
      nat: network.nat,
      interfaceEndpoints: network.endpoints,
      flowLogs: network.flowLogs,
      logRetentionDays: network.logRetentionDays,
      logEncryptionKeyArn: this.logKeyArn,
      preventDestroy: production,
    });
  }

  private loadBalancerSettings({ name, loadBalancers }: Environment): LoadBalancerSettings {
    return {
      name,
      vpcId: this.network.vpcId,
      deletionProtection: loadBalancers.deletionProtection,
      idleTimeoutSeconds: loadBalancers.idleTimeoutSeconds,
      accessLogBucket: loadBalancers.accessLogs ? this.createAccessLogBucket(name) : undefined,
    };
  }

  private createAccessLogBucket(name: string): AccessLogBucket {
    return new AccessLogBucket(this, "AccessLogs", {
      bucketName: accessLogBucketName(name, this.account, this.region),
      account: this.account,
    });
  }

  private createPublicLoadBalancer(
    environment: Environment,
    settings: LoadBalancerSettings,
  ): PublicLoadBalancer {
    const domain = environment.domain && new Domain(this, "Domain", environment.domain);
    const { webAcl } = environment.loadBalancers;
    const balancer = new PublicLoadBalancer(this, "PublicLoadBalancer", {
      ...settings,
      publicSubnetIds: this.network.publicSubnetIds,
      traffic: domain ? { certificateArn: domain.certificateArn } : "unencrypted-http-only",
      webAclArn:
        webAcl === "none"
          ? undefined
          : new WebAcl(this, "WebAcl", { name: environment.name, mode: webAcl }).arn,
    });
    for (const host of domain ? [domain.name, ...routedHosts(environment, domain.name)] : []) {
      domain?.addAlias(host, { dnsName: balancer.dnsName, hostedZoneId: balancer.hostedZoneId });
    }
    return balancer;
  }
}

/** Hosts that frontends ask for besides the domain's own name. */
function routedHosts({ services }: Environment, domainName: string): string[] {
  const hosts = Object.values(services)
    .flatMap((service) => (service.kind === "frontend" ? service.routes : []))
    .flatMap((route) => route.host ?? []);
  return [...new Set(hosts)].filter((host) => host !== domainName).sort();
}
