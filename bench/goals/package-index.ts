import { interleave } from "../measure/samples";
import type { Runner } from "../measure/runner";
import type { Result } from "../result";
import { compare } from "./compare";
import type { Scale } from "./scale";

const limit = 1.3;

/** Goal 7, the part about our package: loading its index against loading cdktf. */
export function measurePackageIndex({ load, packageIndex }: Runner, { rounds }: Scale): Result[] {
  const goal = 7;
  const what = "loading the package's index against cdktf";
  if (packageIndex === undefined) {
    return [{ goal, what, limit, unit: "×", value: undefined, detail: "there is no dist/: npm run build" }];
  }
  const { cdktf, lazy, all } = interleave(rounds, {
    cdktf: () => load(`require("cdktf")`),
    lazy: () => load(`require(${JSON.stringify(packageIndex)})`),
    all: () => load(`Object.values(require(${JSON.stringify(packageIndex)}))`),
  });
  return [
    compare({ goal, what, limit }, lazy, cdktf),
    compare({ goal, what: "using all that it exports against cdktf", limit: undefined }, all, cdktf),
  ];
}
