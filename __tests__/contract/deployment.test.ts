import { shiftMinutes, type ShiftingDeployment } from "../../contract/deployment";

const minutesOf = (fields: Partial<ShiftingDeployment>) =>
  shiftMinutes({
    strategy: "blue-green",
    controller: "ecs",
    bakeMinutes: 0,
    hooks: [],
    alarms: { names: [], periodSeconds: 60, evaluationPeriods: 3 },
    ...fields,
  });

describe("The minutes that a shift waits on purpose", () => {
  test("are those in which both sets run", () => {
    expect(minutesOf({ bakeMinutes: 15 })).toBe(15);
  });

  test("count the first part of a canary", () => {
    expect(minutesOf({ bakeMinutes: 5, canary: { percent: 10, bakeMinutes: 20 } })).toBe(25);
  });

  test("are one wait less than there are steps", () => {
    expect(minutesOf({ linear: { stepPercent: 30, stepBakeMinutes: 6 } })).toBe(18);
  });
});
