export type ForgeName = "gitlab" | "github" | "bitbucket";

/** The merge request to comment on, and how to reach it. */
export interface CommentTarget {
  readonly forge: ForgeName;
  /** Address of the API, without a slash at its end. */
  readonly api: string;
  /** GitLab: the project's number or path; GitHub and Bitbucket: `owner/name`. */
  readonly repository: string;
  /** The merge request's number in its repository. */
  readonly number: string;
  readonly token: string;
  /**
   * Web address of the merge request. GitLab does not tell a note's own.
   *
   * @default - a comment's address is then that of the API
   */
  readonly page?: string;
  /**
   * Web address of the job that keeps the whole report as an artifact.
   *
   * @default - the artifacts are named without a link
   */
  readonly job?: string;
}
