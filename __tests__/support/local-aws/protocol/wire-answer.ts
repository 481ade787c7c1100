import { isRecord } from "../is-record";
import { type AwsError } from "./aws-error";
import { toXml } from "./query";
import { type ReceivedCall } from "./received-call";

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Call = Pick<ReceivedCall, "operation" | "protocol">;

export function successAnswer({ operation, protocol }: Call, output: unknown, requestId: string): WireAnswer {
  if (protocol === "json") return jsonAnswer(200, output, requestId);
  const [, name = ""] = operation.split(":");
  const xml = `<${name}Result>${toXml(output)}</${name}Result><ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return xmlAnswer(200, `${name}Response`, xml, requestId);
}

/** Errors as each protocol writes them; CloudWatch names its old Query code in a header of its own. */
export function errorAnswer({ operation, protocol }: Call, error: AwsError, requestId: string): WireAnswer {
  const { code, message, status, members } = error;
  const fault = status < 500 ? "Sender" : "Receiver";
  if (protocol === "query") {
    const xml = `<Error>${toXml({ Type: fault, Code: code, Message: message, ...members })}</Error><RequestId>${requestId}</RequestId>`;
    return xmlAnswer(status, "ErrorResponse", xml, requestId);
  }
  const answer = jsonAnswer(status, { __type: code, message, ...members }, requestId);
  if (!operation.startsWith("cloudwatch:")) return answer;
  return { ...answer, headers: { ...answer.headers, "x-amzn-query-error": `${code};${fault}` } };
}

function jsonAnswer(status: number, output: unknown, requestId: string): WireAnswer {
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": requestId },
    body: JSON.stringify(withEpochSeconds(output)),
  };
}

/** The JSON protocols write times as seconds since 1970. */
function withEpochSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(withEpochSeconds);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withEpochSeconds(child)]));
}

function xmlAnswer(status: number, root: string, content: string, requestId: string): WireAnswer {
  return {
    status,
    headers: { "content-type": "text/xml", "x-amzn-requestid": requestId },
    body: `<${root}>${content}</${root}>`,
  };
}
