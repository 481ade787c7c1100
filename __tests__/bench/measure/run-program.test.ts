import { runProgram } from "../../../bench/measure/run-program";
import { withWorkshop } from "../../../bench/measure/workshop";

describe("A measured program", () => {
  const { ours, plain } = withWorkshop((workshop) => ({
    ours: runProgram(workshop, "ours", { loader: "precompiled" }),
    plain: runProgram(workshop, "plain-l1", { loader: "precompiled" }),
  }));

  test.each([
    ["ours", ours],
    ["plain L1", plain],
  ])("(%s) reports one run in less time than its whole process", (_, { runs, wholeProcess }) => {
    const [first, ...others] = runs;
    const isShorter = (first?.elapsed ?? Number.NaN) < wholeProcess.elapsed;
    expect({ isShorter, others }).toEqual({ isShorter: true, others: [] });
  });

  test("builds as many resources with L1 calls as with our constructs", () => {
    expect(plain.resources).toBe(ours.resources);
  });
});
