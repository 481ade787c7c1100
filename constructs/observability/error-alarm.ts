import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmMetricQuery,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { errorAlarmName } from "../../limits/resource-names";

/** With fewer requests in a period, one error says nothing: the share counts as zero. */
export const leastRequests = 20;

export interface ErrorAlarmProps {
  readonly environment: string;
  readonly service: string;
  /** Last part of the load balancer's ARN, as CloudWatch names it. */
  readonly loadBalancerArnSuffix: string;
  /** Last parts of the target groups' ARNs: with two, the share is that of both together. */
  readonly targetGroupArnSuffixes: readonly string[];
  /** Share of requests, in percent, from which the alarm fires. */
  readonly errorPercent: number;
  readonly periodSeconds: number;
  /** Periods in a row with such a share until the alarm fires. */
  readonly evaluationPeriods: number;
}

/**
 * An alarm on the share of requests that the tasks of a service answer with 5xx; quiet while hardly anybody calls (fewer than 20 requests
 * in a period).
 *
 * Creates: a CloudWatch alarm. Costs: by the month and metric.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export class ErrorAlarm extends Construct {
  /** Name as a reference: what watches the alarm waits for it. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: ErrorAlarmProps) {
    super(scope, id);
    const groups = props.targetGroupArnSuffixes.map((suffix, index) => ({ suffix, index: index + 1 }));
    const total = (metric: string) => groups.map(({ index }) => `FILL(${metric}${index}, 0)`).join(" + ");
    this.name = new CloudwatchMetricAlarm(this, "Resource", {
      alarmName: errorAlarmName(props.environment, props.service),
      alarmDescription: `${props.service} answers ${props.errorPercent} % of the requests with 5xx, or more`,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: props.errorPercent,
      evaluationPeriods: props.evaluationPeriods,
      treatMissingData: "notBreaching",
      metricQuery: [
        {
          id: "share",
          label: "5xx answers (%)",
          expression: `IF(requests >= ${leastRequests}, 100 * errors / requests, 0)`,
          returnData: true,
        },
        { id: "requests", label: "Requests", expression: total("r"), returnData: false },
        { id: "errors", label: "5xx answers", expression: total("e"), returnData: false },
        ...groups.flatMap(({ suffix, index }) => [
          sumOf(`r${index}`, "RequestCount", suffix, props),
          sumOf(`e${index}`, "HTTPCode_Target_5XX_Count", suffix, props),
        ]),
      ],
    }).alarmName;
  }
}

function sumOf(
  id: string,
  metricName: string,
  targetGroupArnSuffix: string,
  { loadBalancerArnSuffix, periodSeconds }: ErrorAlarmProps,
): CloudwatchMetricAlarmMetricQuery {
  return {
    id,
    returnData: false,
    metric: {
      namespace: "AWS/ApplicationELB",
      metricName,
      stat: "Sum",
      period: periodSeconds,
      dimensions: { LoadBalancer: loadBalancerArnSuffix, TargetGroup: targetGroupArnSuffix },
    },
  };
}
