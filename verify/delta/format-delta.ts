import { type Delta, type EnvironmentDifference } from "./compare-environments";
import { type Kind, kinds } from "./kinds";

const longest = 120;

const verdicts = { forbidden: "must not differ", unknown: "to be looked at", allowed: "may differ" } as const;

/** Whether two environments differ in what must be the same. */
export function isRefused({ differences }: Delta): boolean {
  return differences.some(({ kind }) => kinds[kind].verdict === "forbidden");
}

/** The delta for people: what must not differ first. */
export function formatDelta(delta: Delta): string {
  const { first, second, differences } = delta;
  if (differences.length === 0) return `${first} and ${second} differ in nothing but names and addresses.`;
  const sections = Object.entries(verdicts).flatMap(([verdict, title]) => {
    const groups = kindNames
      .filter((kind) => kinds[kind].verdict === verdict)
      .flatMap((kind) => group(kind, differences));
    return groups.length > 0 ? [[`${title}:`, ...groups].join("\n")] : [];
  });
  const refused = differences.filter(({ kind }) => kinds[kind].verdict === "forbidden").length;
  return [
    ...sections,
    `${counted(differences.length)} between ${first} and ${second}; ${refused === 0 ? "none" : refused} of them forbidden.`,
  ].join("\n\n");
}

/** The delta for programs. */
export function deltaJson(delta: Delta): string {
  const { first, second, differences } = delta;
  const listed = differences.map((difference) => ({
    ...difference,
    verdict: kinds[difference.kind].verdict,
  }));
  return JSON.stringify(
    { version: 1, first, second, refused: isRefused(delta), differences: listed },
    null,
    2,
  );
}

const kindNames = Object.keys(kinds).filter((name): name is Kind => name in kinds);

function group(kind: Kind, differences: readonly EnvironmentDifference[]): string[] {
  const own = differences.filter((difference) => difference.kind === kind);
  if (own.length === 0) return [];
  const places = [...new Set(own.map(({ place }) => place))];
  return [
    `  ${kind}: ${kinds[kind].about}`,
    ...places.flatMap((place) =>
      tellPlace(
        place,
        own.filter((difference) => difference.place === place),
      ),
    ),
  ];
}

function tellPlace(place: string, differences: readonly EnvironmentDifference[]): string[] {
  const [only] = differences;
  if (only && only.path === undefined) return [`    ${place}: ${sides(only)}`];
  return [`    ${place}`, ...differences.map((one) => `      ${one.path ?? ""}: ${sides(one)}`)];
}

function sides({ first = "nothing", second = "nothing" }: EnvironmentDifference): string {
  return `${shortened(first)} ≠ ${shortened(second)}`;
}

/** Whole blocks would hide the other lines. */
function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

function counted(count: number): string {
  return `${count} difference${count === 1 ? "" : "s"}`;
}
