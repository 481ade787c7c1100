import { type BlockSchema } from "../schema/schema";
import { objectTypeOf } from "../values/object-type";
import { type SchemaEncoder, serverCapabilities } from "./encode-schema";
import { diagnosticMessage, pathMessage, type PluginRequests } from "./plugin-messages";
import { type Values } from "../values/value";
import { type Diagnostic, type ProviderCalls } from "./provider-calls";
import { RefusedCall } from "./refused-call";
import { decodeBlock, decodeState, encodeBlock } from "./resource-codec";

/** What a call knows besides its request. */
export interface CallContext {
  /** The caller is gone. */
  isCancelled(): boolean;
}

export type PluginCall = keyof PluginRequests;

export type PluginHandlers = {
  readonly [Call in PluginCall]: (
    request: PluginRequests[Call],
    context: CallContext,
  ) => Promise<object> | object;
};

/** Translates the protocol's calls, one by one, for one connection. A schema may be answered as bytes. */
export function providerHandlers(provider: ProviderCalls, encoder: SchemaEncoder): PluginHandlers {
  const types = new OfferedTypes(provider);
  return {
    GetMetadata: () => ({
      server_capabilities: serverCapabilities,
      resources: types.all().resources.map((type_name) => ({ type_name })),
      data_sources: types.all().dataSources.map((type_name) => ({ type_name })),
    }),
    GetSchema: () => encoder.encode(types.all()),
    PrepareProviderConfig: ({ config }) => ({ prepared_config: config }),
    ValidateResourceTypeConfig: ({ type_name: type, config }) => {
      const block = types.resource(type);
      const values = decodeBlock(config, block);
      return said(values ? provider.validateResource(type, values) : [], block);
    },
    ValidateDataSourceConfig: ({ type_name: type, config }) => {
      const block = types.dataSource(type);
      const values = decodeBlock(config, block);
      return said(values ? provider.validateDataSource(type, values) : [], block);
    },
    UpgradeResourceState: ({ type_name: type, raw_state }) => {
      const block = types.resource(type);
      return { upgraded_state: encodeBlock(decodeState(raw_state, block), block) };
    },
    GetResourceIdentitySchemas: () => ({}),
    Configure: async ({ config }) => {
      const block = types.all().source.provider;
      return said(await provider.configure(decodeBlock(config, block) ?? {}), block);
    },
    ReadResource: async ({ type_name: type, current_state, private: privateBytes }) => {
      const block = types.resource(type);
      const current = decodeBlock(current_state, block);
      if (!current) return { new_state: current_state, private: privateBytes };
      const response = await provider.read(type, current, privateBytes);
      return {
        new_state: encodeExisting(type, response.state, block),
        private: response.private,
        ...said(response.diagnostics, block),
      };
    },
    PlanResourceChange: async (request) => {
      const block = types.resource(request.type_name);
      const response = await provider.plan({
        type: request.type_name,
        prior: decodeBlock(request.prior_state, block),
        proposed: decodeBlock(request.proposed_new_state, block),
        config: decodeBlock(request.config, block),
        private: request.prior_private,
      });
      return {
        planned_state: encodeBlock(response.planned, block),
        requires_replace: response.requiresReplace.map((path) => pathMessage(path, objectTypeOf(block))),
        planned_private: response.private,
        legacy_type_system: true,
        ...said(response.diagnostics, block),
      };
    },
    ApplyResourceChange: async (request, context) => {
      const block = types.resource(request.type_name);
      const response = await provider.apply({
        type: request.type_name,
        prior: decodeBlock(request.prior_state, block),
        planned: decodeBlock(request.planned_state, block),
        config: decodeBlock(request.config, block),
        private: request.planned_private,
        isCancelled: () => context.isCancelled(),
      });
      return {
        new_state: encodeBlock(response.state, block),
        private: response.private,
        legacy_type_system: true,
        ...said(response.diagnostics, block),
      };
    },
    ImportResourceState: async ({ type_name: type, id }) => {
      const block = types.resource(type);
      const { state, private: privateBytes, diagnostics } = await provider.import(type, id);
      const imported = { type_name: type, state: encodeBlock(state, block), private: privateBytes };
      return { imported_resources: state ? [imported] : [], ...said(diagnostics, block) };
    },
    MoveResourceState: ({
      source_type_name: source,
      target_type_name: target,
      source_state,
      source_private,
    }) => {
      if (source !== target) throw new RefusedCall(otherType(source, target));
      const block = types.resource(target);
      return {
        target_state: encodeBlock(decodeState(source_state, block), block),
        target_private: source_private,
      };
    },
    ReadDataSource: async ({ type_name: type, config }) => {
      const block = types.dataSource(type);
      const { state, diagnostics } = await provider.readDataSource(type, decodeBlock(config, block) ?? {});
      return { state: encodeBlock(state, block), ...said(diagnostics, block) };
    },
    GetFunctions: () => ({}),
    CallFunction: ({ name }) => ({
      error: { text: `The offline provider has no functions, got ${name}.` },
    }),
    Stop: () => {
      provider.stop();
      return {};
    },
  };
}

/** What this connection was offered, asked for once: the list of all types is long. */
class OfferedTypes {
  private asked: ReturnType<ProviderCalls["schemas"]> | undefined;

  constructor(private readonly provider: ProviderCalls) {}

  all(): ReturnType<ProviderCalls["schemas"]> {
    return (this.asked ??= this.provider.schemas());
  }

  resource(type: string): BlockSchema {
    const { source, resources } = this.all();
    if (resources.includes(type)) return source.resource(type);
    throw new RefusedCall(unknownType("resource", type, source.providerVersion));
  }

  dataSource(type: string): BlockSchema {
    const { source, dataSources } = this.all();
    if (dataSources.includes(type)) return source.dataSource(type);
    throw new RefusedCall(unknownType("data source", type, source.providerVersion));
  }
}

/** What exists may come from a file that people edit. */
function encodeExisting(type: string, state: Values | null, block: BlockSchema) {
  try {
    return encodeBlock(state, block);
  } catch (error) {
    throw new RefusedCall(misfit(type, String(state?.["id"]), error));
  }
}

function misfit(type: string, id: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    severity: "error",
    summary: `reading ${type} "${id}": what exists does not fit the type`,
    detail: `${reason}. Mend it where it was changed by hand; report it when nobody did.`,
  };
}

function said(diagnostics: readonly Diagnostic[], block: BlockSchema) {
  const type = objectTypeOf(block);
  return { diagnostics: diagnostics.map((diagnostic) => diagnosticMessage(diagnostic, type)) };
}

function unknownType(kind: string, type: string, version: string): Diagnostic {
  return {
    severity: "error",
    summary: `Unknown ${kind} type "${type}"`,
    detail: `${type} must be a ${kind} type of version ${version} of its provider that the offline provider was started for. Check the spelling, or start it for this type too.`,
  };
}

function otherType(source: string, target: string): Diagnostic {
  return {
    severity: "error",
    summary: `Cannot move ${source} to ${target}`,
    detail: `A "moved" block to a resource of type ${target} must come from the same type, got ${source}. Name a ${target} in "from"; or remove the old resource from the state with a "removed" block and import it as ${target}.`,
  };
}
