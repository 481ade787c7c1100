import { type IncomingHttpHeaders } from "node:http";
import { isRecord } from "../is-record";
import { AwsError } from "./aws-error";
import { parseQuery } from "./query";

type Protocol = "json" | "query";

/** One call as it came over the wire. */
export interface ReceivedCall {
  /** Service and operation, as IAM writes actions: `ecs:UpdateService`. */
  readonly operation: string;
  readonly protocol: Protocol;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Services by what precedes the operation in `X-Amz-Target` (JSON protocols). */
const jsonServices: Readonly<Record<string, string>> = {
  AmazonEC2ContainerServiceV20141113: "ecs",
  AmazonEC2ContainerRegistry_V20150921: "ecr",
  AmazonSSM: "ssm",
  CodeDeploy_20141006: "codedeploy",
  GraniteServiceVersion20100801: "cloudwatch",
  Logs_20140328: "logs",
};

/** Services by the version of their API (Query protocol). */
const queryServices: Readonly<Record<string, string>> = {
  "2011-06-15": "sts",
  "2015-12-01": "elasticloadbalancing",
};

/** @throws AwsError when it is no call of a service that is known here */
export function readCall(headers: IncomingHttpHeaders, body: string): ReceivedCall {
  const target = headers["x-amz-target"];
  return typeof target === "string" ? readJsonCall(target, body) : readQueryCall(body);
}

function readJsonCall(target: string, body: string): ReceivedCall {
  const [prefix = "", operation = ""] = target.split(".");
  const service = jsonServices[prefix];
  if (service === undefined || operation === "") throw new AwsError("UnknownOperationException", "");
  return { operation: `${service}:${operation}`, protocol: "json", input: readJson(body) };
}

function readJson(body: string): Record<string, unknown> {
  const input: unknown = JSON.parse(body === "" ? "{}" : body);
  if (!isRecord(input)) throw new AwsError("SerializationException", "Start of structure expected.");
  return input;
}

function readQueryCall(body: string): ReceivedCall {
  const { Action, Version, ...input } = parseQuery(body);
  const service = typeof Version === "string" ? queryServices[Version] : undefined;
  if (service === undefined || typeof Action !== "string")
    throw new AwsError("MissingAction", "Missing Action");
  return { operation: `${service}:${Action}`, protocol: "query", input };
}
