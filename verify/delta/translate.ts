import { formatIpv4Block, parseIpv4Block, type Ipv4Block } from "../../addressing/ipv4-block";
import { asObject, isObject } from "../../terraform/stacks/stack";
import { type EnvironmentFiles } from "../estate/estate";
import { type ReadableStack } from "../estate/stack-files";
import { isPlain, itemsOf } from "../values/plain-values";
import { type Value } from "../values/value";

/** The words in which two environments of the same shape always differ. */
interface Words {
  readonly name: string;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly domains: readonly string[];
  readonly block: Ipv4Block | undefined;
}

/**
 * The stacks of an environment as they would be written for another one: with the name, account, region, domain and addresses of that one.
 * What differs from it then differs on purpose.
 */
export function translate(from: EnvironmentFiles, to: EnvironmentFiles): readonly ReadableStack[] {
  const [words, others] = [wordsOf(from), wordsOf(to)];
  const pairs = [
    ...pairsOf(words.domains, others.domains),
    ...pairsOf(words.accounts, others.accounts),
    ...pairsOf(words.regions, others.regions),
    [words.name, others.name] as const,
  ];
  const translated = rewritten(from, (text) =>
    pairs.reduce(
      (result, [word, other]) => result.replace(wholeWord(word), () => other),
      movedBlocks(text, words.block, others.block),
    ),
  );
  const [written, target] = [neutral(from), neutral(to)];
  return translated.map((stack, index) => {
    const other = target.find(({ name }) => name === stack.name);
    const configuration = keepEqual(stack.configuration, written[index]?.configuration, other?.configuration);
    return { ...stack, configuration: asObject(configuration) };
  });
}

/** `/dev/null` has nothing to do with an environment `dev`: what is equal on both sides is left as it was. */
function keepEqual(translated: unknown, written: unknown, other: unknown): unknown {
  if (typeof translated === "string") return written === other ? written : translated;
  if (!isObject(translated) || !isObject(written) || !isObject(other)) return translated;
  const before = Object.values(written);
  const entries = Object.entries(translated).map(([key, value], index) => [
    key,
    Object.hasOwn(other, key) ? keepEqual(value, before[index], other[key]) : value,
  ]);
  return Array.isArray(translated) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** The stacks of an environment without what AWS alone decides: the last six characters of a secret's ARN. */
export function neutral(environment: EnvironmentFiles): readonly ReadableStack[] {
  return rewritten(environment, (text) => text);
}

function rewritten(
  { stacks }: EnvironmentFiles,
  translated: (text: string) => string,
): readonly ReadableStack[] {
  const inText = (text: string) => translated(withoutSuffixes(text));
  return stacks.map(({ stack }) => ({
    ...stack,
    name: inText(stack.name),
    dependencies: stack.dependencies.map(inText),
    configuration: JSON.parse(inText(JSON.stringify(stack.configuration))),
    ...(stack.modules && { modules: JSON.parse(inText(JSON.stringify(stack.modules))) }),
  }));
}

function wordsOf({ name, stacks }: EnvironmentFiles): Words {
  const providers = stacks.flatMap((stack) => stack.providers).filter(({ type }) => type === "aws");
  const vpcs = stacks.flatMap(({ resources }) => resources).filter(({ type }) => type === "aws_vpc");
  const certificates = stacks
    .flatMap(({ resources }) => resources)
    .filter(({ type }) => type === "aws_acm_certificate" || type === "aws_route53_zone");
  return {
    name,
    accounts: texts(providers.map(({ values }) => values["allowed_account_ids"])),
    regions: texts(providers.map(({ values }) => values["region"])),
    domains: texts(
      certificates.flatMap(({ type, mode, values }) =>
        type === "aws_acm_certificate" ? [values["domain_name"]] : mode === "data" ? [values["name"]] : [],
      ),
    ).toSorted((a, b) => b.length - a.length),
    block: vpcs.flatMap(({ values }) => parseIpv4Block(texts([values["cidr_block"]])[0] ?? "") ?? [])[0],
  };
}

function texts(values: readonly (Value | undefined)[]): readonly string[] {
  const items = values.flatMap((value) => itemsOf(value));
  return [...new Set(items.flatMap((item) => (isPlain(item) ? [String(item)] : [])))];
}

/** Where one side has more of them, the last one stands for the rest. */
function pairsOf(
  words: readonly string[],
  others: readonly string[],
): readonly (readonly [string, string])[] {
  return words.flatMap((word, index) => {
    const other = others[index] ?? others.at(-1);
    return other === undefined ? [] : [[word, other] as const];
  });
}

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html */
function withoutSuffixes(text: string): string {
  return text.replace(/(?<=:secret:[\w/+=.@-]+)-[A-Za-z0-9]{6}(?![\w/+=.@-])/g, "-??????");
}

/** Not as a part of another word: `uat` in `uat-orders` and `/uat/orders`, not in `graduation`. */
function wholeWord(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`, "g");
}

/** Addresses inside one VPC become those at the same place in the other. */
function movedBlocks(text: string, from: Ipv4Block | undefined, to: Ipv4Block | undefined): string {
  if (!from || !to || from.prefix !== to.prefix) return text;
  return text.replace(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}\/\d{1,2}(?![\d.])/g, (found) => {
    const block = parseIpv4Block(found);
    if (!block || block.prefix < from.prefix) return found;
    const place = block.base - from.base;
    if (place < 0 || place >= 2 ** (32 - from.prefix)) return found;
    return formatIpv4Block({ base: to.base + place, prefix: block.prefix });
  });
}
