/** An error whose message is all that the person at the terminal needs. */
export class PlainError extends Error {
  override readonly name: string = "PlainError";
}
