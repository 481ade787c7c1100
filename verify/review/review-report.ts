import { type Comparison, type StackComparison } from "../compare/comparison";
import { shortStackName } from "../compare/plain-value";
import { type Severity } from "../rules/rule";
import { countActions } from "./count-actions";
import { fold, type Folded } from "./fold";
import { mapTexts } from "./map-texts";
import { type EnvironmentSummary, type Loss, type Report, type Section, type StackChange } from "./report";
import { type EnvironmentReview, type ReviewInput } from "./review-input";

/** Puts everything that is known of a change into the order in which a reviewer asks for it. */
export function reviewReport({ comparison, environments: reviews = {} }: ReviewInput): Report {
  const written = new Set(
    comparison.stacks
      .filter(
        ({ resources, settings, existence }) =>
          resources.length + settings.length > 0 || existence !== "both",
      )
      .map(({ environment }) => environment),
  );
  const summaries = comparison.environments.map((name) => summarize(name, comparison, reviews[name] ?? {}));
  const changed = summaries.filter((summary) => written.has(summary.name) || hasFacts(summary));
  const names = changed.map(({ name }) => name);
  const report: Report = {
    environments: changed,
    unchanged: comparison.environments.filter((name) => !names.includes(name)),
    losses: comparison.stacks.flatMap(lossesOf),
    refusals: names.flatMap((name) => reviews[name]?.refusals ?? []),
    sections: sectionsOf(names, comparison, reviews),
    pictures: names.flatMap((environment) => {
      const mermaid = reviews[environment]?.picture;
      return mermaid === undefined ? [] : [{ environment, mermaid }];
    }),
  };
  return mapTexts(report, comparison.hide);
}

function summarize(name: string, { stacks }: Comparison, review: EnvironmentReview): EnvironmentSummary {
  const own = stacks.filter(({ environment }) => environment === name);
  const existences = new Set(own.map(({ existence }) => existence));
  const [only] = existences.size === 1 ? existences : [];
  const { blast, cost } = review;
  return {
    name,
    existence: only ?? "both",
    counts: countActions(own.flatMap(({ resources }) => resources)),
    lost: own.flatMap(lossesOf).length,
    opened: review.opened?.length ?? 0,
    undeclared: review.opened?.filter(({ declared }) => declared === false).length ?? 0,
    closed: review.closed?.length ?? 0,
    newErrors: countOf(review, "error"),
    newWarnings: countOf(review, "warning"),
    fixedFindings: review.fixedFindings?.length ?? 0,
    waived: review.waived?.length ?? 0,
    refused: review.refusals?.length ?? 0,
    ...(blast && { blast }),
    ...(cost && { cost: cost.direction }),
  };
}

function countOf({ newFindings = [] }: EnvironmentReview, severity: Severity): number {
  return newFindings.filter((finding) => finding.severity === severity).length;
}

function hasFacts(summary: EnvironmentSummary): boolean {
  const { opened, closed, newErrors, newWarnings, fixedFindings, waived, refused } = summary;
  return opened + closed + newErrors + newWarnings + fixedFindings + waived + refused > 0;
}

function lossesOf({ name, resources }: StackComparison): readonly Loss[] {
  return resources.flatMap(({ type, loses, action, forcedBy, address, from }) => {
    const place = `${name}/${action === "rename" && from !== undefined ? from : address}`;
    return loses === undefined ? [] : [{ place, type, what: loses, action, forcedBy }];
  });
}

function sectionsOf(
  names: readonly string[],
  { stacks }: Comparison,
  reviews: Readonly<Record<string, EnvironmentReview>>,
): readonly Section[] {
  const each = <T>(items: (name: string) => readonly T[]): readonly Folded<T>[] =>
    fold(names.map((name) => [name, items(name)] as const));
  const changes = each((name) => stacks.filter(({ environment }) => environment === name).flatMap(changesOf));
  const opened = each((name) => reviews[name]?.opened ?? []);
  const closed = each((name) => reviews[name]?.closed ?? []);
  const newFindings = each((name) => withoutEnvironment(reviews[name]?.newFindings, name));
  const fixedFindings = each((name) => withoutEnvironment(reviews[name]?.fixedFindings, name));
  const waived = each((name) => withoutEnvironment(reviews[name]?.waived, name));
  const costs = each((name) =>
    [reviews[name]?.cost].flatMap((cost) => (cost && cost.lines.length > 0 ? [cost] : [])),
  );
  const all = [changes, opened, closed, newFindings, fixedFindings, waived, costs].flat();
  const groups = new Map(all.map(({ environments }) => [environments.join("\n"), environments]));
  return [...groups.values()]
    .toSorted((a, b) => rank(a, names) - rank(b, names) || b.length - a.length)
    .map((environments) => {
      const of = <T>(folded: readonly Folded<T>[]): readonly T[] =>
        folded
          .filter((one) => one.environments.join("\n") === environments.join("\n"))
          .map(({ item }) => item);
      return {
        environments,
        changes: of(changes),
        opened: of(opened),
        closed: of(closed),
        newFindings: of(newFindings),
        fixedFindings: of(fixedFindings),
        waived: of(waived),
        costs: of(costs),
      };
    });
}

function rank([first = ""]: readonly string[], names: readonly string[]): number {
  return names.indexOf(first);
}

function changesOf({
  name,
  environment,
  existence,
  resources,
  settings,
}: StackComparison): readonly StackChange[] {
  const stack = shortStackName(name, environment);
  if (existence !== "both") return [{ stack, whole: existence, resources: resources.length }];
  return [
    ...settings.map((setting) => ({ stack, setting })),
    ...resources.map((resource) => ({ stack, resource })),
  ];
}

/** `dev-network/aws_lb.public` is `network/aws_lb.public` in a section that may be about several environments. */
function withoutEnvironment<T extends { readonly place: string }>(
  findings: readonly T[] = [],
  environment: string,
): readonly T[] {
  return findings.map((finding) => ({
    ...finding,
    place: finding.place.startsWith(`${environment}-`)
      ? finding.place.slice(environment.length + 1)
      : finding.place,
  }));
}
