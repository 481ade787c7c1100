import { findTarget } from "../../../verify/comment/find-target";
import { postComment, type PostOptions } from "../../../verify/comment/post-comment";
import { type ForgeName } from "../../../verify/comment/target";
import { ForgeServer } from "./forge-server";

export const everyForge: readonly ForgeName[] = ["gitlab", "github", "bitbucket"];

/** A pipeline's job beside a forge: posts with the real fetch, and does not really sleep. */
export class Job {
  /** Milliseconds of every wait. */
  readonly waits: number[] = [];

  private constructor(readonly server: ForgeServer) {}

  static async start(forge: ForgeName): Promise<Job> {
    return new Job(await ForgeServer.start(forge));
  }

  post(
    body: string,
    options: Partial<PostOptions> & { readonly env?: Readonly<Record<string, string>> } = {},
  ) {
    const target = findTarget({ ...this.server.env, ...options.env }, () => undefined);
    return postComment(target, body, {
      fetch,
      sleep: (milliseconds) => {
        this.waits.push(milliseconds);
        return Promise.resolve();
      },
      random: () => 0,
      marker: "shop",
      ...options,
    });
  }

  /** Text of the error that posting ends with. */
  async failure(body: string, options: Parameters<Job["post"]>[1] = {}): Promise<string> {
    const outcome: unknown = await this.post(body, options).catch((error: unknown) => error);
    if (outcome instanceof Error)
      return `${outcome.name}: ${outcome.message.replaceAll(this.server.host, "<forge>")}`;
    throw new Error(`posting succeeded: ${JSON.stringify(outcome)}`);
  }

  /** The comments as a reader finds them. */
  get bodies(): readonly string[] {
    return this.server.thread.existing.map(({ body }) => body);
  }
}
