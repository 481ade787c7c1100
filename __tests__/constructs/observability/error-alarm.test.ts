import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { ErrorAlarm, type ErrorAlarmProps } from "../../../constructs/observability/error-alarm";
import { synthesize } from "../../../testing/synthesize";

interface Query {
  readonly id: string;
  readonly expression?: string;
  readonly return_data: boolean;
  readonly metric?: { readonly metric_name: string; readonly dimensions: Readonly<Record<string, string>> };
}

function anAlarm(props: Partial<ErrorAlarmProps> = {}) {
  const alarm = synthesize((stack) => {
    new ErrorAlarm(stack, "Alarm", {
      environment: "test",
      service: "orders",
      loadBalancerArnSuffix: "app/test/1",
      targetGroupArnSuffixes: ["targetgroup/blue/1"],
      errorPercent: 5,
      periodSeconds: 60,
      evaluationPeriods: 3,
      ...props,
    });
  }).only(CloudwatchMetricAlarm);
  const queries = alarm["metric_query"] as readonly Query[];
  return { alarm, query: (id: string) => queries.find((query) => query.id === id), queries };
}

describe("ErrorAlarm", () => {
  test("is named by environment and service", () => {
    expect(anAlarm().alarm).toMatchObject({ alarm_name: "test-orders-errors" });
  });

  test("fires from the share that is given, for so many periods in a row", () => {
    expect(anAlarm({ errorPercent: 2, evaluationPeriods: 4 }).alarm).toMatchObject({
      comparison_operator: "GreaterThanOrEqualToThreshold",
      threshold: 2,
      evaluation_periods: 4,
    });
  });

  test("is quiet without requests", () => {
    expect(anAlarm().alarm).toMatchObject({ treat_missing_data: "notBreaching" });
  });

  test("takes a few requests for none, so that one error at night rolls nothing back", () => {
    expect(anAlarm().query("share")?.expression).toBe("IF(requests >= 20, 100 * errors / requests, 0)");
  });

  test("judges the share and nothing else", () => {
    expect(
      anAlarm()
        .queries.filter((query) => query.return_data)
        .map(({ id }) => id),
    ).toEqual(["share"]);
  });

  test("adds both target groups up, because deployments change the one that gets the requests", () => {
    const { query } = anAlarm({ targetGroupArnSuffixes: ["targetgroup/blue/1", "targetgroup/green/2"] });
    expect(query("requests")?.expression).toBe("FILL(r1, 0) + FILL(r2, 0)");
    expect(query("errors")?.expression).toBe("FILL(e1, 0) + FILL(e2, 0)");
    expect(query("r2")?.metric).toMatchObject({
      metric_name: "RequestCount",
      dimensions: { LoadBalancer: "app/test/1", TargetGroup: "targetgroup/green/2" },
    });
    expect(query("e2")?.metric?.metric_name).toBe("HTTPCode_Target_5XX_Count");
  });
});
