/** What every construct of one service needs to know to name and place things. */
export interface ServiceIdentity {
  /** Name of the environment, for example `dev`. */
  readonly environment: string;
  /** Name of the service and of its application container, for example `orders`. */
  readonly name: string;
  /** AWS account, 12 digits. */
  readonly account: string;
  readonly region: string;
}
