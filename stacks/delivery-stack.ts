import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { Environment, Estate, Tooling } from "../config/environment";
import { ImageRepository, type ImageRepositoryProps } from "../constructs/delivery/image-repository";
import { OidcProviders } from "../constructs/delivery/oidc-providers";
import { PushRole } from "../constructs/delivery/push-role";
import { EncryptionKey } from "../constructs/encryption/encryption-key";
import type { Deployer } from "../contract/deployer";
import { isOidcDeployer } from "../contract/oidc-identity";
import { seedRepository } from "../limits/private-images";
import { deployRoleName, roleArn } from "../limits/resource-names";
import { AccountStack } from "./account-stack";

/** What environments share, in the tooling account: the image repositories, and who may push to them. */
export class DeliveryStack extends AccountStack {
  private readonly imageKeyArn: string;

  constructor(scope: Construct, { tooling, environments }: Estate) {
    super(scope, "delivery", { ...tooling, owner: "tooling" });
    this.imageKeyArn = new EncryptionKey(this, "ImageKey", {
      name: "images",
      description: "Images in ECR",
      account: this.account,
      preventDestroy: true,
    }).arn;
    const services = environmentsByService(environments);
    const oidcProviders = this.createOidcProviders(tooling, services);
    for (const [service, users] of services) {
      const repository = this.createRepository(service, users, {
        environmentTags: users.map(({ name }) => name),
        recordingRoleArns: users.map(({ name, account }) => roleArn(account, deployRoleName(name, service))),
      });
      const deployers = deployersOf(service, users);
      if (deployers.length === 0) continue;
      new PushRole(this, `${service}-push-role`, {
        service,
        account: this.account,
        repositoryArn: repository.arn,
        deployers,
        oidcProviders,
      });
    }
    for (const name of [...tooling.repositories, seedRepository]) {
      this.createRepository(name, environments, {});
    }
  }

  private createOidcProviders(
    { oidcProviders }: Tooling,
    services: ReadonlyMap<string, Environment[]>,
  ): readonly ITerraformDependable[] {
    const deployers = [...services].flatMap(([service, users]) => deployersOf(service, users));
    if (oidcProviders === "existing" || !deployers.some(isOidcDeployer)) return [];
    return new OidcProviders(this, "OidcProviders", { deployers }).providers;
  }

  private createRepository(
    name: string,
    users: readonly Environment[],
    props: Pick<ImageRepositoryProps, "environmentTags" | "recordingRoleArns">,
  ): ImageRepository {
    return new ImageRepository(this, `${name}-images`, {
      ...props,
      name,
      pullAccounts: users.map(({ account }) => account),
      encryptionKeyArn: this.imageKeyArn,
    });
  }
}

/** Who deploys a service anywhere. */
function deployersOf(service: string, users: readonly Environment[]): readonly Deployer[] {
  return users.flatMap(({ services }) => services[service]?.deployedBy ?? []);
}

/** Every service with the environments that run it, by name. */
function environmentsByService(environments: readonly Environment[]): ReadonlyMap<string, Environment[]> {
  const names = new Set(environments.flatMap(({ services }) => Object.keys(services)));
  return new Map(
    [...names]
      .sort()
      .map((name) => [name, environments.filter(({ services }) => Object.hasOwn(services, name))]),
  );
}
