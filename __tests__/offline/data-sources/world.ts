import { readFileSync } from "node:fs";
import { type CloudResource, type CloudView } from "../../../offline/cloud/cloud-resource";
import { type Answer } from "../../../offline/data-sources/data-source";
import { dataSources } from "../../../offline/data-sources/data-sources";
import { type AwsContext } from "../../../offline/resources/behaviour";
import { type Values } from "../../../offline/values/value";

export const account = "111111111111";

/** A resource that exists, in eu-west-1 unless said otherwise. */
export function existing(type: string, values: Values, region = "eu-west-1"): CloudResource {
  return { key: `${type} ${JSON.stringify(values)}`, type, region, values };
}

/** Asks a data source in an account where only these things exist. */
export function ask(
  type: string,
  configuration: Values,
  things: readonly CloudResource[] = [],
  region = "eu-west-1",
): Answer {
  const dataSource = dataSources.get(type);
  if (!dataSource) throw new Error(`no data source ${type}`);
  const answer = dataSource.read(configuration, contextWith(things, region));
  if ("values" in answer) expect(undeclared(type, answer.values)).toEqual([]);
  return answer;
}

/** Values of an answer that must not be a no. */
export function values(...question: Parameters<typeof ask>): Values {
  const answer = ask(...question);
  if ("refusal" in answer) throw new Error(answer.refusal.message);
  return answer.values;
}

/** Message of an answer that must be a no. */
export function refusal(...question: Parameters<typeof ask>): string {
  const answer = ask(...question);
  if ("refusal" in answer) return answer.refusal.message;
  throw new Error(`found ${JSON.stringify(answer.values)}`);
}

export function assumed(...question: Parameters<typeof ask>): string | undefined {
  const answer = ask(...question);
  return "refusal" in answer ? undefined : answer.assumed;
}

export function contextWith(things: readonly CloudResource[], region: string): AwsContext {
  const cloud: CloudView = {
    all: (type) => things.filter((thing) => thing.type === type),
    find: (type, attribute, value) =>
      things.find((thing) => thing.type === type && thing.values[attribute] === value),
    everything: () => things,
  };
  return { account, region, partition: "aws", cloud, hex: (length) => "0".repeat(length) };
}

/** Names in an answer that the provider's class does not know. */
function undeclared(type: string, answer: Values): readonly string[] {
  const folder = type.replace("aws_", "data-aws-").replaceAll("_", "-");
  const source = readFileSync(require.resolve(`@cdktf/provider-aws/lib/${folder}/index.js`), "utf8");
  const own = source.slice(source.indexOf("extends cdktf.TerraformDataSource"));
  const declared = new Set([
    ...[...own.matchAll(/get\w+Attribute\(['"](\w+)['"]\)/g)].map(([, name]) => name),
    ...[...own.matchAll(/\(this, ['"](\w+)['"]/g)].map(([, name]) => name),
  ]);
  return Object.keys(answer).filter((name) => !declared.has(name));
}
