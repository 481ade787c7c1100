import { Client, credentials } from "@grpc/grpc-js";
import { providerService } from "../../../offline/protocol/plugin-protocol";
import { type EncodedValue } from "../../../offline/protocol/plugin-messages";
import { decodeBlock, encodeBlock } from "../../../offline/protocol/resource-codec";
import { type ProviderServer } from "../../../offline/protocol/start-provider-server";
import { type Values } from "../../../offline/values/value";
import { toySource } from "./toy-provider";

interface Answer {
  readonly diagnostics: readonly {
    readonly severity: number;
    readonly summary: string;
    readonly detail: string;
  }[];
  readonly [field: string]: unknown;
}

/** Speaks to a provider server as terraform does. */
export class PluginClient {
  private readonly client: Client;

  constructor(server: ProviderServer) {
    const { Addr: address } = server.reattach;
    const target = address.Network === "unix" ? `unix:${address.String}` : address.String;
    // Without a pool of its own, two clients in one process would share a connection.
    const options = { "grpc.use_local_subchannel_pool": 1, "grpc.max_receive_message_length": -1 };
    this.client = new Client(target, credentials.createInsecure(), options);
  }

  call(name: string, request: object = {}): Promise<Answer> {
    return this.begin(name, request).answer;
  }

  /** A call that can be given up. */
  begin(name: string, request: object) {
    const method = providerService[name];
    if (!method) throw new Error(`the protocol has no ${name}`);
    let cancel = () => {};
    const answer = new Promise<Answer>((resolve, reject) => {
      const { path, requestSerialize, responseDeserialize } = method;
      const call = this.client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        (error, response) => (error || !response ? reject(error) : resolve(response)),
      );
      cancel = () => call.cancel();
    });
    return { answer, cancel };
  }

  close(): void {
    this.client.close();
  }
}

export function boxState(values: Values | null) {
  return encodeBlock(values, toySource.resource("aws_box"));
}

export function readBox(encoded: unknown): Values | null {
  return decodeBlock(isEncoded(encoded) ? encoded : null, toySource.resource("aws_box"));
}

function isEncoded(value: unknown): value is EncodedValue {
  return typeof value === "object" && value !== null && "msgpack" in value;
}
