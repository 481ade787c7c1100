import { type z } from "zod";
import { type CommentTarget } from "./target";

export interface PostedComment {
  /** Grows with time in all forges: the lower one is the older one. */
  readonly id: number;
  /** As written; empty for a deleted comment. */
  readonly body: string;
  /** Web address. */
  readonly url: string;
}

/** What a forge answered, or with the status {@link noAnswer} why it did not. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON; undefined when it is not JSON. */
  readonly json: unknown;
}

export const noAnswer = 0;

/** What differs between the forges. Everything else is said once, in {@link postComment}. */
export interface Forge {
  readonly title: string;
  readonly tokenVariable: string;
  /** Which token with which right can comment: a full sentence for errors. */
  readonly permission: string;
  /** Longest body that is accepted, in characters. */
  readonly longestBody: number;
  readonly headers: (token: string) => Readonly<Record<string, string>>;

  /** A line that holds this text and that readers do not see. */
  readonly hiddenLine: (text: string) => string;
  /** Markdown as this forge renders it, without what it would take for a command. */
  readonly prepare: (markdown: string) => string;

  /** Path of the comments of a merge request. */
  readonly comments: (target: CommentTarget) => string;
  /** Path of one comment. */
  readonly comment: (target: CommentTarget, id: number) => string;
  /** Query for the first page: as many comments at once as allowed, and in an order that new ones do not disturb. */
  readonly firstPage: string;
  readonly pageSchema: (target: CommentTarget) => z.ZodType<readonly PostedComment[]>;
  /** Query of the page that follows; undefined after the last one. */
  readonly nextPage: (answer: Answer) => string | undefined;

  readonly updateMethod: "PUT" | "PATCH";
  /** What to send to create or update. */
  readonly content: (body: string) => unknown;
  readonly commentSchema: (target: CommentTarget) => z.ZodType<PostedComment>;
  /** The words in which the forge explains a refusal. */
  readonly refusalSchema: z.ZodType<string>;
}
