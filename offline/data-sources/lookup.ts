import { type CloudResource } from "../cloud/cloud-resource";
import { type AwsContext } from "../resources/behaviour";
import { type Refusal } from "../rules/rule";
import { asText } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { isRecord } from "../values/value-shape";
import { type Answer, type DataSource } from "./data-source";
import { inReach, tagsOf } from "./existing";
import { badFilter, filterMatches } from "./filter";

/** Where a value comes from: an attribute of the resource, or what can be said about the resource. */
export type Source = string | ((values: Values, aws: AwsContext) => Value | undefined);

/** A data source that looks for resources by its arguments, `filter` blocks and tags. */
export interface Search {
  /** Type of the data source. */
  readonly type: string;
  /** Types of resources that it finds. @default - the type of the data source */
  readonly resources?: readonly string[];
  /** @default "region" */
  readonly scope?: "region" | "account";
  /** Arguments to compare, and what with. */
  readonly by?: Readonly<Record<string, Source>>;
  /** Names of `filter` blocks, and what they compare with; tags go without saying. */
  readonly filters?: Readonly<Record<string, Source>>;
  /** What else must hold of what is found. */
  readonly where?: (values: Values, configuration: Values, aws: AwsContext) => boolean;
  /** The `tags` argument is an output here, not something to search by. */
  readonly ignoresTags?: true;
}

export interface Lookup extends Search {
  /** As the provider calls it in its messages: `EC2 VPC`. */
  readonly noun: string;
  /** Attributes of the answer. */
  readonly answer: Readonly<Record<string, Source>>;
  /** What AWS says when nothing is found. @default - "no matching … found" */
  readonly none?: (configuration: Values) => { readonly code: string; readonly message: string };
  /** What is taken for granted when nothing is found. */
  readonly assume?: (configuration: Values, aws: AwsContext) => Answer | undefined;
  /** Which of several is meant. */
  readonly choose?: (found: readonly CloudResource[], configuration: Values) => CloudResource | undefined;
}

/** A data source that shows the one resource that matches. */
export function lookup(spec: Lookup): DataSource {
  return {
    type: spec.type,
    read(configuration, aws) {
      const refused = badFilter(configuration, spec.filters ?? {});
      if (refused) return { refusal: refused };
      const found = search(spec, configuration, aws);
      const chosen = found.length > 1 ? spec.choose?.(found, configuration) : found[0];
      if (chosen) return { values: show(spec.answer, chosen.values, aws) };
      if (found.length > 1) return { refusal: several(spec.noun) };
      return spec.assume?.(configuration, aws) ?? { refusal: none(spec, configuration) };
    },
  };
}

/** A data source that shows all resources that match, which may be none. */
export function listing(
  spec: Search & {
    readonly answer: (found: readonly Values[], configuration: Values, aws: AwsContext) => Values;
  },
): DataSource {
  return {
    type: spec.type,
    read(configuration, aws) {
      const refused = badFilter(configuration, spec.filters ?? {});
      if (refused) return { refusal: refused };
      const found = search(spec, configuration, aws).map(({ values }) => values);
      return { values: { id: aws.region, ...spec.answer(found, configuration, aws) } };
    },
  };
}

/** Attributes that the data source and the resource have in common. */
export function same(line: string): Record<string, Source> {
  return Object.fromEntries(
    line
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word): [string, string] => {
        const [name = "", attribute = name] = word.split("=");
        return [name, attribute];
      }),
  );
}

/** A list of one, or of none. */
export function listed(value: Value | undefined): readonly Value[] {
  return isGiven(value) && value !== undefined ? [value] : [];
}

export function show(answer: Readonly<Record<string, Source>>, values: Values, aws: AwsContext): Values {
  return Object.fromEntries(
    Object.entries(answer).map(([name, source]) => [name, valueOf(source, values, aws) ?? null]),
  );
}

function search(spec: Search, configuration: Values, aws: AwsContext): readonly CloudResource[] {
  const asked = Object.entries(spec.by ?? {}).filter(([name]) => isGiven(configuration[name]));
  const tags =
    !spec.ignoresTags && isRecord(configuration["tags"]) ? Object.entries(configuration["tags"]) : [];
  return inReach(aws, spec.resources ?? [spec.type], spec.scope ?? "region").filter(
    ({ values }) =>
      (spec.where?.(values, configuration, aws) ?? true) &&
      asked.every(([name, source]) => equals(valueOf(source, values, aws), configuration[name])) &&
      tags.every(([name, value]) => tagsOf(values)[name] === value) &&
      filterMatches(
        configuration,
        (name) => {
          const source = spec.filters?.[name];
          return source === undefined ? undefined : valueOf(source, values, aws);
        },
        tagsOf(values),
      ),
  );
}

function isGiven(value: Value | undefined): boolean {
  return value !== null && value !== undefined && value !== "";
}

function equals(actual: Value | undefined, asked: Value | undefined): boolean {
  if (Array.isArray(actual)) return actual.some((item: Value) => equals(item, asked));
  return (actual ?? "") === asked;
}

function valueOf(source: Source, values: Values, aws: AwsContext): Value | undefined {
  return typeof source === "string" ? values[source] : source(values, aws);
}

function none(spec: Lookup, configuration: Values): Refusal {
  const { code, message } = spec.none?.(configuration) ?? {
    code: "NotFound",
    message: `no matching ${spec.noun} found`,
  };
  const advice = `Nothing in this account's cloud file answers. Apply the stack that makes the ${spec.noun} first, or correct what is asked for.`;
  return { code, message, advice };
}

function several(noun: string): Refusal {
  return {
    code: "TooManyResults",
    message: `multiple ${noun}s matched; use additional constraints to reduce matches to a single ${noun}`,
    advice: "Ask for an id or a name, or add tags that only one has.",
  };
}

/** `couldn't find resource`, as the provider says it for what is read by its name. */
export function notThere(what: string, argument: string, code = "NotFound"): NonNullable<Lookup["none"]> {
  return (configuration) => ({
    code,
    message: `reading ${what} (${asText(configuration[argument]) ?? ""}): couldn't find resource`,
  });
}
