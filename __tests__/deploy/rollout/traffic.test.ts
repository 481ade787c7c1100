import { sharesOf } from "../../../deploy/rollout/traffic";

describe("sharesOf a listener rule", () => {
  test.each([
    [
      "by weight",
      [
        { TargetGroupArn: "a", Weight: 1 },
        { TargetGroupArn: "b", Weight: 3 },
      ],
      { a: 25, b: 75 },
    ],
    [
      "all to one",
      [
        { TargetGroupArn: "a", Weight: 0 },
        { TargetGroupArn: "b", Weight: 100 },
      ],
      { a: 0, b: 100 },
    ],
    [
      "to nobody when all weights are zero",
      [
        { TargetGroupArn: "a", Weight: 0 },
        { TargetGroupArn: "b", Weight: 0 },
      ],
      { a: 0, b: 0 },
    ],
    ["evenly without weights", [{ TargetGroupArn: "a" }, { TargetGroupArn: "b" }], { a: 50, b: 50 }],
  ])("are %s", (_, TargetGroups, shares) => {
    const rule = { Actions: [{ Type: "forward" as const, ForwardConfig: { TargetGroups } }] };
    expect(Object.fromEntries(sharesOf(rule).map(({ groupArn, percent }) => [groupArn, percent]))).toEqual(
      shares,
    );
  });

  test("are all to the one group of a plain action", () => {
    const rule = { Actions: [{ Type: "forward" as const, TargetGroupArn: "a" }] };
    expect(sharesOf(rule)).toEqual([{ groupArn: "a", percent: 100 }]);
  });

  test("are none of a rule that forwards nothing", () => {
    expect(sharesOf({ Actions: [{ Type: "redirect" }] })).toEqual([]);
  });
});
