import { type Stack } from "../../../terraform/stacks/stack";
import { readEstate } from "../../../verify/estate/read-estate";
import { type StackFiles } from "../../../verify/estate/stack-files";
import { type Ledger, readStackLedger } from "../../../verify/ledger/ledger";

type Blocks = Readonly<Record<string, unknown>>;

/** Stacks by name, of which only addresses matter: `aws_lb.a` is one resource, an object beside it its `count` or `for_each`. */
export function stacksOf(...stacks: readonly (readonly [name: string, resources: Blocks, more?: Blocks])[]) {
  const all: readonly Stack[] = stacks.map(([name, resources, more = {}]) => {
    const resource: Record<string, Record<string, unknown>> = {};
    for (const [address, body] of Object.entries(resources)) {
      const [type = "", label = ""] = address.split(".");
      (resource[type] ??= {})[label] = body;
    }
    return { name, folder: `/${name}`, dependencies: [], configuration: { resource, ...more } };
  });
  return readEstate(all).environments.flatMap((environment): readonly StackFiles[] => environment.stacks);
}

/** Ledgers by stack, as their files are written. */
export function ledgerOf(texts: Readonly<Record<string, string>>): Ledger {
  return new Map(
    Object.entries(texts).map(([stack, text]) => {
      const { problems, ...known } = readStackLedger(stack, text);
      if (problems.length > 0) throw new Error(problems.map(({ got }) => got).join());
      return [stack, known];
    }),
  );
}
