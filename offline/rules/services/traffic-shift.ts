import { type Values } from "../../values/value";
import { isAbsent, item, items, number, text, texts } from "../../values/reading";
import { type Refusal, type Rule } from "../rule";

const shifting = ["BLUE_GREEN", "LINEAR", "CANARY"];

/** Stages at which ECS calls hooks. @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html */
const stages = [
  "RECONCILE_SERVICE",
  "PRE_SCALE_UP",
  "POST_SCALE_UP",
  "TEST_TRAFFIC_SHIFT",
  "POST_TEST_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
];

/** Bounds of how an ECS-native deployment shifts traffic, by path below `deployment_configuration`. */
const bounds: readonly (readonly [path: readonly string[], least: number, most: number])[] = [
  [["bake_time_in_minutes"], 0, 1440],
  [["canary_configuration", "canary_percent"], 0.1, 100],
  [["canary_configuration", "canary_bake_time_in_minutes"], 0, 1440],
  [["linear_configuration", "step_percent"], 3, 100],
  [["linear_configuration", "step_bake_time_in_minutes"], 0, 1440],
];

/** How a service shifts traffic in an ECS-native blue-green, canary or linear deployment. */
export const trafficShift: Rule = {
  id: "traffic-shift",
  types: ["aws_ecs_service"],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
  check({ values }) {
    const configuration = item(values, "deployment_configuration");
    if (!configuration) return [];
    const strategy = text(configuration, "strategy");
    const shifted = shiftedStrategy(values);
    return [
      ...bounds.flatMap((bound) => outside(configuration, bound)),
      ...strangeStages(configuration),
      ...(shifted === undefined ? [] : withoutAlternate(values, shifted)),
      ...(["CANARY", "LINEAR"] as const).flatMap((kind) => {
        const block = `${kind.toLowerCase()}_configuration`;
        return strategy === kind && isAbsent(configuration, block)
          ? [
              refusal(
                `${block} is required for the ${kind} deployment strategy.`,
                `Add ${block} to deployment_configuration.`,
                ["deployment_configuration", 0],
              ),
            ]
          : [];
      }),
    ];
  },
};

/** The strategy of a service that shifts traffic. */
export function shiftedStrategy(service: Values): string | undefined {
  const strategy = text(item(service, "deployment_configuration") ?? {}, "strategy");
  return strategy !== undefined && shifting.includes(strategy) ? strategy : undefined;
}

function strangeStages(configuration: Values): readonly Refusal[] {
  return items(configuration, "lifecycle_hook")
    .flatMap((hook) => texts(hook, "lifecycle_stages"))
    .filter((stage) => !stages.includes(stage))
    .map((stage) =>
      refusal(
        `expected lifecycle_stages to be one of ${JSON.stringify(stages)}, got ${stage}`,
        `Use ${stages.join(", ")}.`,
        ["deployment_configuration", 0, "lifecycle_hook"],
      ),
    );
}

function outside(configuration: Values, [path, least, most]: (typeof bounds)[number]): readonly Refusal[] {
  const name = path.at(-1) ?? "";
  const holder = path.length > 1 ? item(configuration, path[0] ?? "") : configuration;
  // Minutes are texts in the provider's schema, so that 0 can be told from nothing.
  const given = number(holder ?? {}, name) ?? Number(text(holder ?? {}, name));
  if (!(given < least || given > most)) return [];
  return [
    refusal(
      `expected ${path.join(".")} to be in the range (${least} - ${most}), got ${given}`,
      `Use ${least} to ${most}.`,
      [
        "deployment_configuration",
        0,
        ...path.flatMap((step, at) => (at < path.length - 1 ? [step, 0] : [step])),
      ],
    ),
  ];
}

function withoutAlternate(service: Values, strategy: string): readonly Refusal[] {
  return items(service, "load_balancer")
    .filter((balancer) => isAbsent(balancer, "advanced_configuration") && isAbsent(balancer, "elb_name"))
    .map(() =>
      refusal(
        `Load balancers of a service with the ${strategy} deployment strategy must have an advancedConfiguration.`,
        "Add advanced_configuration with the alternate target group, the production listener rule and a role (an environment file: deployment.changesFrom, with the strategy that the service has).",
        ["load_balancer"],
      ),
    );
}

function refusal(message: string, advice: string, path: Refusal["path"]): Refusal {
  return { code: "InvalidParameterException", message, advice, path };
}
