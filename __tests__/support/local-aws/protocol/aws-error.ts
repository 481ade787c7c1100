/** An error as AWS answers it. */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    /** Further members of the error's shape. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
