import { type SchemaSource } from "../schema/schema";
import { type Values } from "../values/value";

/** Steps from a resource to a part of it: names of attributes and blocks, keys of maps, indexes of lists. */
export type AttributePath = readonly (string | number)[];

/** An error or warning, as Terraform shows it. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  readonly path?: AttributePath;
}

/** What `terraform` wants done, decoded. `null` for values means: does not exist (yet, or any more). */
export interface PlanRequest {
  readonly type: string;
  readonly prior: Values | null;
  readonly proposed: Values | null;
  readonly config: Values | null;
  readonly private: Uint8Array;
}

export interface PlanResponse {
  readonly planned: Values | null;
  readonly requiresReplace: readonly AttributePath[];
  readonly private: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ApplyRequest {
  readonly type: string;
  readonly prior: Values | null;
  readonly planned: Values | null;
  readonly config: Values | null;
  readonly private: Uint8Array;
  /** True once terraform is gone (killed): nothing may be changed for a caller that will never know. */
  isCancelled(): boolean;
}

export interface StateResponse {
  readonly state: Values | null;
  readonly private: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * One configured provider, such as a `provider "aws"` block with its region: Terraform opens a connection for each, and each
 * connection gets an object of its own. What AWS refuses is a diagnostic; what has no answer for
 * another reason is thrown, as a `RefusedCall` when a person can mend it.
 */
export interface ProviderCalls {
  /** Schemas to offer to this connection: only these types, because the whole provider has more than two thousand. */
  schemas(): {
    readonly source: SchemaSource;
    readonly resources: readonly string[];
    readonly dataSources: readonly string[];
  };
  /** The configuration of the provider; may hold unknown values while planning. */
  configure(config: Values): Promise<readonly Diagnostic[]>;
  validateResource(type: string, config: Values): readonly Diagnostic[];
  validateDataSource(type: string, config: Values): readonly Diagnostic[];
  read(type: string, current: Values, privateBytes: Uint8Array): Promise<StateResponse>;
  plan(request: PlanRequest): Promise<PlanResponse>;
  apply(request: ApplyRequest): Promise<StateResponse>;
  import(type: string, id: string): Promise<StateResponse>;
  readDataSource(
    type: string,
    config: Values,
  ): Promise<{
    readonly state: Values | null;
    readonly diagnostics: readonly Diagnostic[];
  }>;
  /** Terraform was interrupted: finish what is under way, begin nothing. */
  stop(): void;
}
