import {
  type FilterLogEventsCommandInput,
  type FilterLogEventsCommandOutput,
  type GetLogEventsCommandInput,
  type GetLogEventsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";
import { type Region } from "../region";
import { type LogStreams } from "./watched";

interface Addressed {
  readonly logGroupName?: string;
  readonly logGroupIdentifier?: string;
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html */
export const logOperations: Operations = {
  "logs:GetLogEvents": operation<GetLogEventsCommandInput, GetLogEventsCommandOutput>(({ region }, input) => {
    const { logStreamName = "", limit = 10_000, startFromHead = false, startTime = 0 } = input;
    const lines = findGroup(region, input).get(logStreamName);
    if (!lines) throw notFound("The specified log stream does not exist.");
    const found = lines.filter(({ timestamp }) => timestamp >= startTime);
    const events = startFromHead ? found.slice(0, limit) : found.slice(-limit);
    return {
      events: events.map((line) => ({ ...line, ingestionTime: line.timestamp })),
      nextForwardToken: "f/0",
      nextBackwardToken: "b/0",
    };
  }),
  "logs:FilterLogEvents": operation<FilterLogEventsCommandInput, FilterLogEventsCommandOutput>(
    ({ region }, input) => {
      const { logStreamNames, logStreamNamePrefix, startTime = 0, endTime, limit = 10_000 } = input;
      if (logStreamNames && logStreamNamePrefix !== undefined)
        throw new AwsError(
          "InvalidParameterException",
          "LogStreamNames and LogStreamNamePrefix cannot be used together.",
        );
      const found = [...findGroup(region, input)]
        .filter(([stream]) => logStreamNames?.includes(stream) ?? true)
        .filter(([stream]) => stream.startsWith(logStreamNamePrefix ?? ""))
        .flatMap(([logStreamName, lines]) => lines.map((line) => ({ logStreamName, ...line })))
        .filter(({ timestamp }) => timestamp >= startTime && timestamp < (endTime ?? Infinity))
        .sort((a, b) => a.timestamp - b.timestamp);
      const from = Number(input.nextToken ?? 0);
      return {
        events: found.slice(from, from + limit).map((line, index) => ({
          ...line,
          ingestionTime: line.timestamp,
          eventId: String(from + index),
        })),
        searchedLogStreams: [],
        nextToken: from + limit < found.length ? String(from + limit) : undefined,
      };
    },
  ),
};

function findGroup(region: Region, { logGroupName, logGroupIdentifier = "" }: Addressed): LogStreams {
  const group = region.logGroups.get(logGroupName ?? logGroupIdentifier.split("log-group:").at(-1) ?? "");
  if (!group) throw notFound("The specified log group does not exist.");
  return group;
}

function notFound(message: string): AwsError {
  return new AwsError("ResourceNotFoundException", message);
}
