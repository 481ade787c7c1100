import type { Construct } from "constructs";
import type { Environment } from "../config/environment";
import { Database } from "../constructs/data/database";
import { AccountStack } from "./account-stack";
import { environmentStackProps } from "./environment-stack-props";
import type { NetworkStack } from "./network-stack";

/** What may never be lost: the databases, each with its key. */
export class DataStack extends AccountStack {
  readonly databases: ReadonlyMap<string, Database>;

  constructor(scope: Construct, environment: Environment, { network, logKeyArn }: NetworkStack) {
    super(scope, "data", environmentStackProps(environment));
    this.databases = new Map(
      Object.entries(environment.databases).map(([name, settings]) => [
        name,
        new Database(this, `${name}-database`, {
          ...settings,
          environment: environment.name,
          name,
          account: this.account,
          region: this.region,
          network,
          preventDestroy: environment.production,
          logEncryptionKeyArn: logKeyArn,
        }),
      ]),
    );
  }
}
