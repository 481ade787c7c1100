import { dataSources } from "../data-sources/data-sources";
import { type Diagnostic } from "../protocol/provider-calls";
import { type Values } from "../values/value";
import { refusalDiagnostic } from "./check-rules";
import { contextOf, locationOf, type ProviderWorld } from "./provider-world";

/** What a data source finds. What it takes for granted exists from then on: resources may refer to it. */
export async function readData(
  world: ProviderWorld,
  type: string,
  config: Values,
): Promise<{ readonly state: Values | null; readonly diagnostics: readonly Diagnostic[] }> {
  const dataSource = dataSources.get(type);
  if (!dataSource) return { state: null, diagnostics: [notSimulated(type)] };
  const location = locationOf(world, config);
  const cloud = world.clouds.open(location.account);
  const context = contextOf(location, cloud, `${type} ${JSON.stringify(config)}`);
  const answer = dataSource.read(config, { ...context, defaultTags: world.settings.defaultTags });
  if ("refusal" in answer) {
    return { state: null, diagnostics: [refusalDiagnostic(`reading ${type}`, answer.refusal)] };
  }
  const { values, assumed } = answer;
  const key = `assumed:${type}:${location.region}:${String(values["id"])}`;
  if (assumed !== undefined && !cloud.get(key)) {
    await cloud.commit({ put: [{ key, type, region: location.region, values, assumed }] });
  }
  const region: Values = world.source.dataSource(type).attributes["region"]
    ? { region: location.region }
    : {};
  return { state: { ...config, ...region, ...values }, diagnostics: [] };
}

function notSimulated(type: string): Diagnostic {
  return {
    severity: "error",
    summary: `reading ${type}: the offline provider does not simulate this data source`,
    detail:
      "Pass the value into the stack instead of looking it up, or plan with the real provider (docs/offline.md).",
  };
}
