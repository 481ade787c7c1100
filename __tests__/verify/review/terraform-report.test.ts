import { type Comparison, type ResourceAction } from "../../../verify/compare/comparison";
import { terraformReports } from "../../../verify/review/terraform-report";

const comparisonOf = (changes: Readonly<Record<string, readonly ResourceAction[]>>): Comparison => ({
  environments: Object.keys(changes),
  hide: (text) => text,
  stacks: Object.entries(changes).map(([environment, actions]) => ({
    name: `${environment}-all`,
    environment,
    existence: "both",
    isTouched: true,
    settings: [],
    resources: actions.map((action) => ({
      address: "aws_x.a",
      type: "aws_x",
      action,
      attributes: [],
      forcedBy: [],
    })),
  })),
});

describe("GitLab's Terraform report", () => {
  test.each([
    ["add", { create: 1, update: 0, delete: 0 }],
    ["change", { create: 0, update: 1, delete: 0 }],
    ["destroy", { create: 0, update: 0, delete: 1 }],
    ["replace", { create: 1, update: 0, delete: 1 }],
    ["revise", { create: 1, update: 0, delete: 1 }],
    ["rename", { create: 1, update: 0, delete: 1 }],
    ["move", { create: 0, update: 0, delete: 0 }],
    ["keep", { create: 0, update: 0, delete: 0 }],
  ] as const)("counts %s", (action, counts) => {
    expect(terraformReports(comparisonOf({ dev: [action] })).all).toEqual(counts);
  });

  test("is there for each environment, and for all of them", () => {
    const { all, environments } = terraformReports(comparisonOf({ dev: ["add"], prod: ["add", "change"] }));
    expect(environments).toEqual({
      dev: { create: 1, update: 0, delete: 0 },
      prod: { create: 1, update: 1, delete: 0 },
    });
    expect(all).toEqual({ create: 2, update: 1, delete: 0 });
  });
});
