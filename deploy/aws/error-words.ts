/** What an error says of itself: its name, the operating system's code, its message and the HTTP status that AWS gave. */
export interface ErrorWords {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

/** Reads any thrown value; errors of Node's own modules need not be of this realm's `Error`. */
export function errorWords(error: unknown): ErrorWords {
  const metadata = field(error, "$metadata");
  const said = text(field(error, "message"));
  const [, inner, message] = wrapped.exec(said) ?? [];
  return {
    name: inner ?? text(field(error, "name")),
    code: text(field(error, "code")),
    message: message ?? said,
    status: Number(field(metadata, "httpStatusCode") ?? 0),
  };
}

/** How the SDK hands on an error that is not of its own realm. */
const wrapped = /^AWS SDK error wrapper for (\w+): (.*)$/s;

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
