import type { FilteredLogEvent } from "@aws-sdk/client-cloudwatch-logs";
import type { LogPort } from "../ports/watching-ports";
import { clientOptions } from "./client-options";
import type { AwsConnection } from "./connect-aws";
import { once } from "./once";
import { unlessMissing } from "./unless-missing";

export function connectLogs(connection: AwsConnection): LogPort {
  const open = once(async () => {
    const sdk = await import("@aws-sdk/client-cloudwatch-logs");
    return { sdk, client: new sdk.CloudWatchLogsClient(clientOptions(connection)) };
  });
  return {
    async lastLines(group, stream, limit) {
      const { sdk, client } = await open();
      const command = new sdk.GetLogEventsCommand({ logGroupName: group, logStreamName: stream, limit });
      const answer = await unlessMissing(client.send(command), "ResourceNotFoundException");
      return (answer?.events ?? []).map((event) => readLine({ ...event, logStreamName: stream }));
    },

    async linesSince(group, { streamPrefix, streams, since, limit }) {
      const { sdk, client } = await open();
      const events: FilteredLogEvent[] = [];
      let nextToken: string | undefined;
      // A page may be empty although more follow.
      do {
        const command = new sdk.FilterLogEventsCommand({
          logGroupName: group,
          ...(streamPrefix !== undefined && { logStreamNamePrefix: streamPrefix }),
          ...(streams !== undefined && { logStreamNames: [...streams] }),
          startTime: since,
          limit: limit - events.length,
          nextToken,
        });
        const answer = await unlessMissing(client.send(command), "ResourceNotFoundException");
        events.push(...(answer?.events ?? []));
        nextToken = answer?.nextToken;
      } while (nextToken !== undefined && events.length < limit);
      return events.map(readLine);
    },
  };
}

function readLine({ timestamp, logStreamName, message }: FilteredLogEvent) {
  return { at: timestamp ?? 0, stream: logStreamName ?? "", message: message ?? "" };
}
