import { compareReviewFiles } from "../../hcl-writer/compare-review-files";

describe("comparison of review files", () => {
  test("finds nothing in equal files", () => {
    expect(compareReviewFiles(new Map([["a.tf", "x\n"]]), new Map([["a.tf", "x\n"]]))).toEqual([]);
  });

  test("shows a stale file as a unified diff towards what is wanted", () => {
    const [difference] = compareReviewFiles(new Map([["a.tf", "a\nb\n"]]), new Map([["a.tf", "a\nc\n"]]));
    expect(difference).toEqual({
      name: "a.tf",
      kind: "stale",
      diff: "--- a.tf\tcommitted\n+++ a.tf\tsynthesized\n@@ -1,2 +1,2 @@\n a\n-c\n+b\n",
    });
  });

  test("shows only the neighbourhood of a change", () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}\n`);
    const changed = lines.with(50, "other\n");
    const [difference] = compareReviewFiles(
      new Map([["a.tf", changed.join("")]]),
      new Map([["a.tf", lines.join("")]]),
    );
    expect(difference?.diff).not.toMatch(/line (45|55)/);
    expect(difference?.diff).toContain("-line 50\n+other\n");
  });

  test("tells files that differ in their line ends only", () => {
    const [difference] = compareReviewFiles(new Map([["a.tf", "a\n"]]), new Map([["a.tf", "a\r\n"]]));
    expect(difference?.kind).toBe("stale");
  });

  test("names missing and unexpected files, sorted, without a diff", () => {
    const wanted = new Map([["b.tf", "1\n"]]);
    const existing = new Map([
      ["c.tf", "1\n"],
      ["a.tf", "1\n"],
    ]);
    expect(compareReviewFiles(wanted, existing)).toEqual([
      { name: "a.tf", kind: "unexpected", diff: "" },
      { name: "b.tf", kind: "missing", diff: "" },
      { name: "c.tf", kind: "unexpected", diff: "" },
    ]);
  });
});
