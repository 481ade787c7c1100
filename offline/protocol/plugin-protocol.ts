import { type ServiceDefinition } from "@grpc/grpc-js";
import { fromJSON } from "@grpc/proto-loader";

/**
 * The part of Terraform's plugin protocol 5 that a provider of managed resources and data sources answers: messages, fields and
 * numbers are those of the public definition (what is left out here, protocol buffers skip).
 *
 * @see https://github.com/hashicorp/terraform/blob/main/docs/plugin-protocol/tfplugin5.proto
 */
const messages: Readonly<Record<string, MessageTable>> = {
  DynamicValue: { msgpack: "1 bytes", json: "2 bytes" },
  Diagnostic: {
    severity: "1 int32",
    summary: "2 string",
    detail: "3 string",
    attribute: "4 AttributePath",
  },
  AttributePath: { steps: "1 repeated AttributeStep" },
  AttributeStep: {
    attribute_name: "1 string",
    element_key_string: "2 string",
    element_key_int: "3 int64",
  },
  RawState: { json: "1 bytes", flatmap: "2 map string" },
  ResourceIdentitySchema: { version: "1 int64" },
  Function: { summary: "4 string" },
  FunctionError: { text: "1 string" },
  Schema: { version: "1 int64", block: "2 SchemaBlock" },
  SchemaBlock: {
    version: "1 int64",
    attributes: "2 repeated SchemaAttribute",
    block_types: "3 repeated SchemaNestedBlock",
  },
  SchemaAttribute: {
    name: "1 string",
    type: "2 bytes",
    required: "4 bool",
    optional: "5 bool",
    computed: "6 bool",
  },
  SchemaNestedBlock: {
    type_name: "1 string",
    block: "2 SchemaBlock",
    nesting: "3 int32",
    min_items: "4 int64",
    max_items: "5 int64",
  },
  ServerCapabilities: {
    plan_destroy: "1 bool",
    get_provider_schema_optional: "2 bool",
    move_resource_state: "3 bool",
  },
  TypeMetadata: { type_name: "1 string" },
  ImportedResource: { type_name: "1 string", state: "2 DynamicValue", private: "3 bytes" },
};

const diagnostics = (id: number) => ({ diagnostics: `${id} repeated Diagnostic` });
const typedConfig = { type_name: "1 string", config: "2 DynamicValue" };

/** Request and response of each call; responses that can fail have `diagnostics`. */
const calls: Readonly<Record<string, { readonly request: MessageTable; readonly response: MessageTable }>> = {
  GetMetadata: {
    request: {},
    response: {
      server_capabilities: "1 ServerCapabilities",
      ...diagnostics(2),
      data_sources: "3 repeated TypeMetadata",
      resources: "4 repeated TypeMetadata",
    },
  },
  GetSchema: {
    request: {},
    response: {
      provider: "1 Schema",
      resource_schemas: "2 map Schema",
      data_source_schemas: "3 map Schema",
      ...diagnostics(4),
      server_capabilities: "6 ServerCapabilities",
    },
  },
  PrepareProviderConfig: {
    request: { config: "1 DynamicValue" },
    response: { prepared_config: "1 DynamicValue", ...diagnostics(2) },
  },
  ValidateResourceTypeConfig: { request: typedConfig, response: diagnostics(1) },
  ValidateDataSourceConfig: { request: typedConfig, response: diagnostics(1) },
  UpgradeResourceState: {
    request: { type_name: "1 string", version: "2 int64", raw_state: "3 RawState" },
    response: { upgraded_state: "1 DynamicValue", ...diagnostics(2) },
  },
  GetResourceIdentitySchemas: {
    request: {},
    response: { identity_schemas: "1 map ResourceIdentitySchema", ...diagnostics(2) },
  },
  Configure: {
    request: { terraform_version: "1 string", config: "2 DynamicValue" },
    response: diagnostics(1),
  },
  ReadResource: {
    request: { type_name: "1 string", current_state: "2 DynamicValue", private: "3 bytes" },
    response: { new_state: "1 DynamicValue", ...diagnostics(2), private: "3 bytes" },
  },
  PlanResourceChange: {
    request: {
      type_name: "1 string",
      prior_state: "2 DynamicValue",
      proposed_new_state: "3 DynamicValue",
      config: "4 DynamicValue",
      prior_private: "5 bytes",
    },
    response: {
      planned_state: "1 DynamicValue",
      requires_replace: "2 repeated AttributePath",
      planned_private: "3 bytes",
      ...diagnostics(4),
      legacy_type_system: "5 bool",
    },
  },
  ApplyResourceChange: {
    request: {
      type_name: "1 string",
      prior_state: "2 DynamicValue",
      planned_state: "3 DynamicValue",
      config: "4 DynamicValue",
      planned_private: "5 bytes",
    },
    response: {
      new_state: "1 DynamicValue",
      private: "2 bytes",
      ...diagnostics(3),
      legacy_type_system: "4 bool",
    },
  },
  ImportResourceState: {
    request: { type_name: "1 string", id: "2 string" },
    response: { imported_resources: "1 repeated ImportedResource", ...diagnostics(2) },
  },
  MoveResourceState: {
    request: {
      source_provider_address: "1 string",
      source_type_name: "2 string",
      source_schema_version: "3 int64",
      source_state: "4 RawState",
      target_type_name: "5 string",
      source_private: "6 bytes",
    },
    response: { target_state: "1 DynamicValue", ...diagnostics(2), target_private: "3 bytes" },
  },
  ReadDataSource: { request: typedConfig, response: { state: "1 DynamicValue", ...diagnostics(2) } },
  GetFunctions: { request: {}, response: { functions: "1 map Function", ...diagnostics(2) } },
  CallFunction: {
    request: { name: "1 string" },
    response: { result: "1 DynamicValue", error: "2 FunctionError" },
  },
  Stop: { request: {}, response: { Error: "1 string" } },
};

/** Field name to `<number> [repeated|map] <type>`; the keys of a map are strings. */
type MessageTable = Readonly<Record<string, string>>;

/** `tfplugin5.Provider` for a gRPC server or client. */
export const providerService: ServiceDefinition = loadService();

function loadService(): ServiceDefinition {
  const requests = Object.entries(calls).flatMap(([name, { request, response }]) => [
    [`${name}Request`, message(request)],
    [`${name}Response`, message(response)],
  ]);
  const methods = Object.keys(calls).map((name) => [
    name,
    { requestType: `${name}Request`, responseType: `${name}Response` },
  ]);
  const nested = {
    ...Object.fromEntries(Object.entries(messages).map(([name, table]) => [name, message(table)])),
    ...Object.fromEntries(requests),
    Provider: { methods: Object.fromEntries(methods) },
  };
  const options = { keepCase: true, longs: Number, defaults: true };
  const loaded = fromJSON({ nested: { tfplugin5: { nested } } }, options)["tfplugin5.Provider"];
  if (!loaded || !isService(loaded)) throw new Error("the protocol's table has no service");
  return loaded;
}

function isService(definition: object): definition is ServiceDefinition {
  return !("format" in definition);
}

function message(table: MessageTable) {
  const fields = Object.entries(table).map(([name, field]) => {
    const [id, kind = "", type = kind] = field.split(" ");
    const base = { id: Number(id), type };
    if (kind === "repeated") return [name, { ...base, rule: "repeated" }];
    return [name, kind === "map" ? { ...base, keyType: "string" } : base];
  });
  return { fields: Object.fromEntries(fields) };
}
