import { type AttributePath, type Diagnostic } from "./provider-calls";

/** Values as terraform sends them: MessagePack, or else JSON. */
export interface EncodedValue {
  readonly msgpack: Uint8Array;
  readonly json: Uint8Array;
}

export interface RawState {
  readonly json: Uint8Array;
  readonly flatmap: Readonly<Record<string, string>>;
}

/** Requests by call, as the protocol names their fields; a message that was not sent is null. */
export interface PluginRequests {
  GetMetadata: object;
  GetSchema: object;
  PrepareProviderConfig: { readonly config: EncodedValue | null };
  ValidateResourceTypeConfig: TypedConfig;
  ValidateDataSourceConfig: TypedConfig;
  UpgradeResourceState: { readonly type_name: string; readonly raw_state: RawState | null };
  GetResourceIdentitySchemas: object;
  Configure: { readonly config: EncodedValue | null };
  ReadResource: {
    readonly type_name: string;
    readonly current_state: EncodedValue | null;
    readonly private: Uint8Array;
  };
  PlanResourceChange: {
    readonly type_name: string;
    readonly prior_state: EncodedValue | null;
    readonly proposed_new_state: EncodedValue | null;
    readonly config: EncodedValue | null;
    readonly prior_private: Uint8Array;
  };
  ApplyResourceChange: {
    readonly type_name: string;
    readonly prior_state: EncodedValue | null;
    readonly planned_state: EncodedValue | null;
    readonly config: EncodedValue | null;
    readonly planned_private: Uint8Array;
  };
  ImportResourceState: { readonly type_name: string; readonly id: string };
  MoveResourceState: {
    readonly source_type_name: string;
    readonly source_state: RawState | null;
    readonly target_type_name: string;
    readonly source_private: Uint8Array;
  };
  ReadDataSource: TypedConfig;
  GetFunctions: object;
  CallFunction: { readonly name: string };
  Stop: object;
}

interface TypedConfig {
  readonly type_name: string;
  readonly config: EncodedValue | null;
}

const severities = { error: 1, warning: 2 };

export function diagnosticMessage({ severity, summary, detail, path }: Diagnostic): object {
  const attribute = path && path.length > 0 ? { attribute: pathMessage(path) } : {};
  return { severity: severities[severity], summary, detail, ...attribute };
}

/** Names and numbers as steps. A key of a map is written like the name of an attribute: terraform's own paths accept both. */
export function pathMessage(path: AttributePath): object {
  return {
    steps: path.map((step) =>
      typeof step === "number" ? { element_key_int: step } : { attribute_name: step },
    ),
  };
}
