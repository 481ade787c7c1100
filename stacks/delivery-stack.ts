import type { Construct } from "constructs";
import type { Environment, Estate } from "../config/environment";
import { ImageRepository } from "../constructs/delivery/image-repository";
import { EncryptionKey } from "../constructs/encryption/encryption-key";
import { seedRepository } from "../limits/private-images";
import { AccountStack } from "./account-stack";

/** What environments share: the image repositories, in the tooling account. */
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
    for (const [service, users] of environmentsByService(environments)) {
      this.createRepository(service, users, { environmentTags: users.map(({ name }) => name) });
    }
    for (const name of [...tooling.repositories, seedRepository]) {
      this.createRepository(name, environments, {});
    }
  }

  private createRepository(
    name: string,
    users: readonly Environment[],
    { environmentTags }: { readonly environmentTags?: readonly string[] },
  ): void {
    new ImageRepository(this, `${name}-images`, {
      name,
      environmentTags,
      pullAccounts: users.map(({ account }) => account),
      encryptionKeyArn: this.imageKeyArn,
    });
  }
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
