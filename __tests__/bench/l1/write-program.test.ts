import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { comparable, countByType } from "../../../bench/l1/comparable";
import { configurationsOf } from "../../../bench/l1/configurations";
import { writePlainL1 } from "../../../bench/measure/workshop";
import { estate } from "../../../environments";
import { buildApp } from "../../../stacks/build-app";
import { repository } from "../../support/run-command";

interface Layout {
  build(app: App): unknown;
}

describe("The generated L1 program", () => {
  const folder = mkdtempSync(join(tmpdir(), "l1-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const ours = configurationsOf(buildApp(estate, { outdir: folder }));
  const plain = synthesizePlainL1(folder);

  test("has the same stacks in the same order", () => {
    expect([...plain.keys()]).toEqual([...ours.keys()]);
  });

  test("has the same number of resources and data sources per type", () => {
    expect(countByType(plain)).toEqual(countByType(ours));
  });

  test("says the same about every element, once names and references between stacks are resolved", () => {
    expect(Object.fromEntries(comparable(plain))).toEqual(Object.fromEntries(comparable(ours)));
  });

  test("consists of the resources of all environments", () => {
    expect(countByType(plain)).toMatchObject({ aws_vpc: estate.environments.length });
  });
});

function synthesizePlainL1(folder: string) {
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  writePlainL1(join(folder, "l1"));
  // The file did not exist when this test was loaded.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const layout: Layout = require(join(folder, "l1", "layout"));
  const app = new App({ outdir: folder });
  layout.build(app);
  return configurationsOf(app);
}
