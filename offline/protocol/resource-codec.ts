import { type BlockSchema } from "../schema/schema";
import { decodeValue, encodeValue } from "../values/message-pack";
import { objectTypeOf } from "../values/object-type";
import { fromState, valuesFromState, withBlocks } from "../values/state-values";
import { type Values } from "../values/value";
import { isRecord } from "../values/value-shape";
import { type EncodedValue, type RawState } from "./plugin-messages";

/** Values of a resource, data source or provider; null for one that does not exist. */
export function decodeBlock(encoded: EncodedValue | null, block: BlockSchema): Values | null {
  if (!encoded) return null;
  const type = objectTypeOf(block);
  const value =
    encoded.msgpack.length > 0
      ? decodeValue(encoded.msgpack, type)
      : encoded.json.length > 0
        ? fromState(parse(encoded.json), type)
        : null;
  return isRecord(value) ? value : null;
}

export function encodeBlock(values: Values | null, block: BlockSchema): { readonly msgpack: Uint8Array } {
  return { msgpack: encodeValue(values && withBlocks(values, block), objectTypeOf(block)) };
}

/** A resource as it stands in a state. */
export function decodeState(state: RawState | null, block: BlockSchema): Values | null {
  if (!state || state.json.length === 0) {
    throw new Error(
      "the state is older than Terraform 0.12; apply it once with Terraform 1 and the AWS provider",
    );
  }
  return valuesFromState(parse(state.json), block);
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString("utf8"));
}
