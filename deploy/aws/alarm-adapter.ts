import type { AlarmPort } from "../ports/watching-ports";
import { clientOptions } from "./client-options";
import type { AwsConnection } from "./connect-aws";
import { inPortions } from "./in-portions";
import { once } from "./once";

/** Names in one call at most. */
const namesPerCall = 100;

export function connectAlarms(connection: AwsConnection): AlarmPort {
  const open = once(async () => {
    const sdk = await import("@aws-sdk/client-cloudwatch");
    return { sdk, client: new sdk.CloudWatchClient(clientOptions(connection)) };
  });
  return {
    describeAlarms: (names) =>
      inPortions(names, namesPerCall, async (portion) => {
        const { sdk, client } = await open();
        const { MetricAlarms: metric = [], CompositeAlarms: composite = [] } = await client.send(
          new sdk.DescribeAlarmsCommand({
            AlarmNames: portion,
            // Without this AWS leaves composite alarms out.
            AlarmTypes: ["MetricAlarm", "CompositeAlarm"],
            MaxRecords: namesPerCall,
          }),
        );
        return [...metric, ...composite];
      }),
  };
}
