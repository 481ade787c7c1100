import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SchemaEncoder } from "./encode-schema";
import { type ProviderCalls } from "./provider-calls";
import { serveConnection } from "./serve-connection";

export interface ProviderServerOptions {
  /** Called for each client that asks anything: terraform connects once per `provider` block and command. */
  newConnection(): ProviderCalls;
  /** Where to make the private folder of the socket. @default - the system's temporary folder */
  readonly socketFolder?: string;
  /** Show the stack of a defect. @default false */
  readonly showStack?: boolean;
}

/** An entry of `TF_REATTACH_PROVIDERS`, in Terraform's own names. */
export interface Reattach {
  readonly Protocol: "grpc";
  readonly ProtocolVersion: 5;
  readonly Pid: number;
  readonly Test: true;
  readonly Addr: Address;
}

export interface ProviderServer {
  /** How terraform finds the server. */
  readonly reattach: Reattach;
  stop(): Promise<void>;
}

/** The path of a socket has at most 104 bytes on macOS, 108 on Linux. */
const longestSocketPath = 100;

/** Starts a provider on a socket that only this user can open. */
export async function startProviderServer(options: ProviderServerOptions): Promise<ProviderServer> {
  const encoder = new SchemaEncoder();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    serveConnection(socket, {
      newConnection: () => options.newConnection(),
      encoder,
      showStack: options.showStack ?? false,
    });
  });
  const folder = mkdtempSync(join(options.socketFolder ?? tmpdir(), "provider-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);
  const address = await listen(server, join(folder, "provider")).catch((error: unknown) => {
    removeFolder();
    throw error;
  });
  return {
    reattach: { Protocol: "grpc", ProtocolVersion: 5, Pid: process.pid, Test: true, Addr: address },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      process.removeListener("exit", removeFolder);
      removeFolder();
    },
  };
}

interface Address {
  readonly Network: "unix" | "tcp";
  readonly String: string;
}

async function listen(server: Server, path: string): Promise<Address> {
  const isUnix = process.platform !== "win32" && Buffer.byteLength(path) <= longestSocketPath;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("listening", resolve);
    if (isUnix) server.listen(path);
    else server.listen(0, "127.0.0.1");
  });
  const bound = server.address();
  return typeof bound === "object" && bound
    ? { Network: "tcp", String: `${bound.address}:${bound.port}` }
    : { Network: "unix", String: path };
}
