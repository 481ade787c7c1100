import { sentence, sortFindings } from "../../../verify/findings/finding";
import { aFinding } from "../../support/findings";

describe("Findings", () => {
  const sorted = [
    aFinding({ environment: "dev", severity: "error", place: "dev-data/a" }),
    aFinding({ environment: "dev", severity: "error", place: "dev-data/b", attribute: "acl" }),
    aFinding({ environment: "dev", severity: "error", place: "dev-data/b", attribute: "policy" }),
    aFinding({ environment: "dev", severity: "warning", place: "dev-data/a" }),
    aFinding({ environment: "prod", severity: "error", place: "prod-data/a", rule: "a" }),
    aFinding({ environment: "prod", severity: "error", place: "prod-data/a", rule: "b" }),
  ];

  test("are sorted by environment, errors first, then by place, rule and attribute", () => {
    expect(sortFindings(sorted.toReversed())).toEqual(sorted);
  });

  test("say in a sentence what must hold, what is there and what to do", () => {
    expect(sentence(aFinding())).toBe('acl must be private, got "public-read". Block public access.');
  });

  test("begin with must where they are about no attribute", () => {
    expect(sentence({ ...aFinding(), attribute: undefined })).toMatch(/^must be private/);
  });
});
