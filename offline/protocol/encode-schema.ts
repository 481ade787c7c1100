import { type BlockSchema, type SchemaSource } from "../schema/schema";
import { type ProviderCalls } from "./provider-calls";
import { providerService } from "./plugin-protocol";

/** What terraform may rely on. */
export const serverCapabilities = {
  plan_destroy: true,
  /** One process of terraform asks once, for all its connections: they are offered the same types. */
  get_provider_schema_optional: true,
  move_resource_state: true,
};

const nestingModes = { single: 1, list: 2, set: 3, map: 4 };

/**
 * The answer to GetSchema as bytes. Terraform asks on each command, so each type is encoded once: in protocol buffers, messages
 * one after the other are one message with the entries of all.
 */
export class SchemaEncoder {
  private readonly encoded = new WeakMap<SchemaSource, Map<string, Buffer>>();

  encode({ source, resources, dataSources }: ReturnType<ProviderCalls["schemas"]>): Buffer {
    return Buffer.concat([
      this.once(source, "", () => ({
        provider: schema(source.provider),
        server_capabilities: serverCapabilities,
      })),
      ...resources.map((type) =>
        this.once(source, `resource ${type}`, () => ({
          resource_schemas: { [type]: schema(source.resource(type)) },
        })),
      ),
      ...dataSources.map((type) =>
        this.once(source, `data ${type}`, () => ({
          data_source_schemas: { [type]: schema(source.dataSource(type)) },
        })),
      ),
    ]);
  }

  private once(source: SchemaSource, key: string, part: () => object): Buffer {
    const parts = this.encoded.get(source) ?? new Map<string, Buffer>();
    this.encoded.set(source, parts);
    const bytes = parts.get(key) ?? serialize(part());
    parts.set(key, bytes);
    return bytes;
  }
}

function serialize(part: object): Buffer {
  const method = providerService.GetSchema;
  if (!method) throw new Error("the protocol has no GetSchema");
  return method.responseSerialize(part);
}

function schema(block: BlockSchema) {
  return { version: 0, block: blockMessage(block) };
}

function blockMessage({ attributes, blocks }: BlockSchema): object {
  return {
    attributes: Object.entries(attributes).map(([name, { type, required, optional, computed }]) => {
      return { name, type: Buffer.from(JSON.stringify(type)), required, optional, computed };
    }),
    block_types: Object.entries(blocks).map(([name, { nesting, block, minItems, maxItems }]) => ({
      type_name: name,
      block: blockMessage(block),
      nesting: nestingModes[nesting],
      min_items: minItems ?? 0,
      max_items: maxItems ?? 0,
    })),
  };
}
