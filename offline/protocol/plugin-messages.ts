import { type ValueType } from "../schema/schema";
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

/** @param type of what the diagnostic is about; without it, the diagnostic is about the whole of it */
export function diagnosticMessage({ severity, summary, detail, path }: Diagnostic, type?: ValueType): object {
  const message = { severity: severities[severity], summary, detail };
  return type && path && path.length > 0 ? { ...message, attribute: pathMessage(path, type) } : message;
}

/** Each step as the type has it; ends at a set, because its items have no index, and where the type knows no further. */
export function pathMessage(path: AttributePath, type: ValueType): object {
  const steps: object[] = [];
  let at: ValueType | undefined = type;
  for (const step of path) {
    if (at === undefined || typeof at === "string" || at[0] === "set") break;
    if (at[0] === "object") {
      const inner: ValueType | undefined = at[1][step];
      if (inner === undefined) break;
      steps.push({ attribute_name: step });
      at = inner;
    } else if (at[0] === "map") {
      steps.push({ element_key_string: String(step) });
      at = at[1];
    } else {
      if (typeof step === "string") break;
      steps.push({ element_key_int: step });
      at = at[0] === "tuple" ? at[1][step] : at[1];
    }
  }
  return { steps };
}
