import { parse } from "yaml";
import {
  type Event,
  fitsGlob,
  listOf,
  lockOf,
  mapOf,
  optional,
  type ReadJob,
  type ReadPipeline,
  textsOf,
  type Yaml,
} from "./read-pipeline";

/** @see https://support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference/ */
export function readBitbucket(text: string): ReadPipeline {
  const file = mapOf(parse(text));
  const definitions = mapOf(file["definitions"]);
  const [settings = "", ...tokens] = textsOf(definitions["scripts"]);
  const pipelines = mapOf(file["pipelines"]);
  const read = (step: Yaml) => readStep(step, settings, tokens);
  const steps = listOf(definitions["steps"]).map((item) => mapOf(mapOf(item)["step"]));
  return {
    settings: settingsOf(settings),
    jobsOn: (event) => groupsOf(itemsOn(event, pipelines)).map((group) => group.map(read)),
    byHand: () =>
      Object.values(mapOf(pipelines["custom"])).flatMap((items) => groupsOf(items).flat().map(read)),
    runnable: (name) => {
      const step = steps.find((one) => one["name"] === name);
      if (!step) throw new Error(`no step ${name}`);
      return { name, shells: [textsOf(step["script"]).join("\n")], variables: {} };
    },
  };
}

function itemsOn(event: Event, pipelines: Yaml): unknown {
  if ("push" in event) return matching(pipelines["branches"], event.push) ?? pipelines["default"];
  if ("tag" in event) return matching(pipelines["tags"], event.tag);
  return matching(pipelines["pull-requests"], "feature/x");
}

function matching(section: unknown, name: string): unknown {
  return Object.entries(mapOf(section)).find(([glob]) => fitsGlob(glob, name))?.[1];
}

/** Steps one after the other; those of `parallel` side by side. */
function groupsOf(items: unknown): readonly (readonly Yaml[])[] {
  return listOf(items).flatMap((item) => {
    const { parallel, step } = mapOf(item);
    if (parallel !== undefined) return [listOf(parallel).map((one) => mapOf(mapOf(one)["step"]))];
    return step === undefined ? [] : [[mapOf(step)]];
  });
}

function readStep(step: Yaml, settings: string, tokens: readonly string[]): ReadJob {
  const script = textsOf(step["script"]);
  const variable = /^export (AWS_REGION)=(\S+)$/;
  const isSetUp = (line: string) =>
    line === settings || tokens.includes(line) || line.startsWith("apk add") || variable.test(line);
  const deployment = step["deployment"] === "registry" ? undefined : step["deployment"];
  return {
    name: String(step["name"]),
    commands: script.filter((line) => !isSetUp(line)).join("\n"),
    ...optional("environment", deployment),
    ...lockOf(deployment),
    approval: step["trigger"] === "manual",
    tokens: step["oidc"] === true ? tokens.filter((line) => script.includes(line)).map(audienceOf) : [],
    keeps: textsOf(step["artifacts"]),
    variables: Object.fromEntries(
      script.flatMap((line) => {
        const [, name, value] = variable.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}

function audienceOf(script: string): string {
  return script.includes("VAULT_ID_TOKEN") ? "vault" : "aws";
}

function settingsOf(script: string): Readonly<Record<string, string>> {
  const lines = [...script.matchAll(/^export (\w+)="(?:\$\{\w+:-(.*)\}|(\w+))"$/gm)];
  return Object.fromEntries(lines.map(([, name = "", preset, literal]) => [name, preset ?? literal ?? ""]));
}
