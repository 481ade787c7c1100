import type { Construct } from "constructs";
import type { BackendSettings, Environment, ServiceSettings } from "../config/environment";
import { serviceUrlVariable } from "../config/generated-variables";
import { BackendService } from "../constructs/services/backend-service";
import { Cluster } from "../constructs/services/cluster";
import { FrontendService } from "../constructs/services/frontend-service";
import { Worker } from "../constructs/services/worker";
import { environmentImage, internalUrl, internalZoneName } from "../limits/resource-names";
import { AccountStack } from "./account-stack";
import { declarePaths } from "./declare-paths";
import { databaseSecrets, databaseVariableValues } from "./database-connection";
import type { DataStack } from "./data-stack";
import { environmentStackProps } from "./environment-stack-props";
import { handOver } from "./hand-over";
import type { NetworkStack } from "./network-stack";

type Service = FrontendService | BackendService | Worker;

/** What the services stand on. */
export interface ServicesStackFoundations {
  readonly network: NetworkStack;
  /** Absent where the environment has no database. */
  readonly data: DataStack | undefined;
}

/** What changes most often: the cluster and its services, with every declared edge between them, and their hand-off to the pipeline. */
export class ServicesStack extends AccountStack {
  private readonly cluster: Cluster;

  constructor(
    scope: Construct,
    private readonly environment: Environment,
    private readonly foundations: ServicesStackFoundations,
  ) {
    super(scope, "services", environmentStackProps(environment));
    this.cluster = this.createCluster();
    const services = new Map(
      Object.entries(environment.services).map(([name, settings]) => [
        name,
        this.createService(name, settings),
      ]),
    );
    for (const service of services.values()) this.createEdges(service, services);
    handOver(this, environment, services.values());
    declarePaths(this, environment);
  }

  private createCluster(): Cluster {
    const { name, services, network } = this.environment;
    const { logKeyArn } = this.foundations.network;
    const hasExec = Object.values(services).some((service) => service.exec);
    return new Cluster(this, "Cluster", {
      name,
      execLogs:
        hasExec && logKeyArn
          ? { encryptionKeyArn: logKeyArn, retentionDays: network.logRetentionDays }
          : undefined,
    });
  }

  private createService(name: string, settings: ServiceSettings): Service {
    const { network: networkStack } = this.foundations;
    const { publicLoadBalancer, internalLoadBalancer } = networkStack;
    const common = this.commonProps(name, settings);
    // Not the bare name: cdktf keeps some ids, such as "backend", for itself.
    const id = `${name}-service`;
    switch (settings.kind) {
      case "frontend":
        return new FrontendService(this, id, { ...settings, ...common, publicLoadBalancer });
      case "backend":
        return new BackendService(this, id, { ...settings, ...common, internalLoadBalancer });
      case "worker":
        return new Worker(this, id, { ...settings, ...common });
    }
  }

  private commonProps(name: string, settings: ServiceSettings) {
    const { registry, name: environment } = this.environment;
    const { network, logKeyArn } = this.foundations.network;
    const databases = this.databasesOf(settings);
    return {
      environment,
      name,
      account: this.account,
      region: this.region,
      cluster: this.cluster,
      network,
      image: environmentImage(registry, name, environment),
      seedImage: registry.seedImage,
      logEncryptionKeyArn: logKeyArn,
      preventDestroy: this.environment.production,
      variables: { ...this.calledUrls(settings), ...databaseVariableValues(databases) },
      secrets: databaseSecrets(databases),
    };
  }

  private databasesOf({ databases }: ServiceSettings) {
    return databases.map((name) => {
      const database = this.foundations.data?.databases.get(name);
      if (!database) throw new Error(`${this.node.id} has no database ${name}`);
      return [name, database] as const;
    });
  }

  private calledUrls({ calls }: ServiceSettings): Record<string, string> {
    const zone = internalZoneName(this.environment.name);
    return Object.fromEntries(
      calls.map((name) => [
        serviceUrlVariable(name),
        internalUrl(name, zone, this.backendSettings(name).listenerPort),
      ]),
    );
  }

  private backendSettings(name: string): BackendSettings {
    const settings = this.environment.services[name];
    if (settings?.kind !== "backend") throw new Error(`${this.node.id} has no backend ${name}`);
    return settings;
  }

  private createEdges(caller: Service, services: ReadonlyMap<string, Service>): void {
    const settings = this.environment.services[caller.name];
    for (const name of settings?.calls ?? []) {
      const callee = services.get(name);
      if (callee instanceof BackendService) callee.allowCallsFrom(caller, `${caller.name} calls ${name}`);
    }
    for (const [name, database] of settings ? this.databasesOf(settings) : []) {
      caller.securityGroup.allowTo(
        database.securityGroup,
        database.port,
        `${caller.name} uses the database ${name}`,
      );
    }
  }
}
