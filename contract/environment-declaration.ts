/**
 * What an environment file declares about who may reach whom, as the synthesized files carry it: under the key `//` of a
 * stack, which Terraform ignores. `stacks/` writes it, `verify/` compares it with what the resources allow.
 */
export interface EnvironmentDeclaration {
  readonly version: 1;
  /** Whether the stricter rules of production hold. */
  readonly production: boolean;
  /** Every path that may exist between the internet, services and databases. Each must exist, too. */
  readonly paths: readonly DeclaredPath[];
}

/** A path that may exist. An end is `internet`, a CIDR block, `service.<name>` or `database.<name>`. */
export interface DeclaredPath {
  readonly from: string;
  readonly to: string;
  /** TCP port of the last end: of the container, of the database, or outside. */
  readonly port: number;
  /** The load balancer between the ends, `balancer.public` or `balancer.internal`; without it, they are connected directly. */
  readonly through?: string;
  readonly reason: string;
}

/** Key of the declaration under `//` in a stack's JSON. */
export const declarationKey = "declaration";
