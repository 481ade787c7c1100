import { type Socket } from "node:net";
import {
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type sendUnaryData,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { type SchemaEncoder } from "./encode-schema";
import { diagnosticMessage } from "./plugin-messages";
import { providerService } from "./plugin-protocol";
import { type CallContext, type PluginHandlers, providerHandlers } from "./provider-handlers";
import { type Diagnostic, type ProviderCalls } from "./provider-calls";
import { RefusedCall } from "./refused-call";

export interface ConnectionOptions {
  newConnection(): ProviderCalls;
  readonly encoder: SchemaEncoder;
  /** Say where in our code a defect is. */
  readonly showStack: boolean;
}

/** Schemas and states are larger than the 4 MB that gRPC allows otherwise. */
const limits = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/**
 * Answers the calls of one client with a provider of its own, which is made at the first call: terraform also connects just to
 * see whether somebody listens.
 */
export function serveConnection(socket: Socket, options: ConnectionOptions): void {
  let handlers: PluginHandlers | undefined;
  const server = new Server(limits);
  server.addService(
    answeringBytes(providerService),
    implementation(options, () => (handlers ??= providerHandlers(options.newConnection(), options.encoder))),
  );
  socket.on("error", () => socket.destroy());
  socket.on("close", () => server.forceShutdown());
  server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(socket);
}

/** Lets a handler answer with bytes that are encoded already. */
function answeringBytes(service: ServiceDefinition): ServiceDefinition {
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => [
      name,
      {
        ...method,
        responseSerialize: (response: unknown) =>
          Buffer.isBuffer(response) ? response : method.responseSerialize(response),
      },
    ]),
  );
}

function implementation(
  options: ConnectionOptions,
  handlers: () => PluginHandlers,
): UntypedServiceImplementation {
  const unary =
    (name: string) => (call: ServerUnaryCall<object, object>, callback: sendUnaryData<object>) => {
      const context: CallContext = { isCancelled: () => call.cancelled };
      answer(name, handlers, call.request, context).then(
        (response) => callback(null, response),
        (error: unknown) => callback(null, failure(name, error, options.showStack)),
      );
    };
  return Object.fromEntries(Object.keys(providerService).map((name) => [name, unary(name)]));
}

async function answer(
  name: string,
  handlers: () => PluginHandlers,
  request: object,
  context: CallContext,
): Promise<object> {
  const handler: unknown = Reflect.get(handlers(), name);
  if (typeof handler !== "function") throw new Error(`nothing answers ${name}`);
  return handler(request, context);
}

/** What terraform shows when a call failed; on apply, it then keeps the state that it has. */
function failure(name: string, error: unknown, showStack: boolean): object {
  const diagnostic = error instanceof RefusedCall ? error.diagnostic : defect(name, error, showStack);
  if (name === "Stop") return { Error: diagnostic.detail };
  if (name === "CallFunction") return { error: { text: diagnostic.detail } };
  return { diagnostics: [diagnosticMessage(diagnostic)] };
}

function defect(name: string, error: unknown, showStack: boolean): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const stack = showStack && error instanceof Error ? `\n\n${error.stack}` : "";
  return {
    severity: "error",
    summary: "Defect in the offline AWS provider",
    detail: `${name} failed: ${message}. AWS did not refuse anything; this is a mistake in offline/, please report it.${stack}`,
  };
}
