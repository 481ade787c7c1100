import { taskRange } from "../../../config/checks/task-range";
import { placesOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("taskRange", () => {
  test.each([
    {},
    { minTasks: 2 },
    { minTasks: 1, maxTasks: 4 },
    { minTasks: 1, maxTasks: 4, cpuPercent: 50, requestsPerTarget: 100 },
  ])("accepts %j", (scaling) => {
    expect(placesOf(taskRange, devInput({ "services.web.scaling": scaling }))).toEqual([]);
  });

  test("refuses fewer tasks at most than at least", () => {
    const input = devInput({ "services.web.scaling": { minTasks: 4, maxTasks: 2 } });
    expect(placesOf(taskRange, input)).toEqual(["services.web.scaling.maxTasks"]);
  });

  test.each(["cpuPercent", "memoryPercent", "requestsPerTarget"])(
    "refuses %s for a fixed number of tasks",
    (metric) => {
      const input = devInput({ "services.web.scaling": { minTasks: 2, maxTasks: 2, [metric]: 50 } });
      expect(placesOf(taskRange, input)).toEqual(["services.web.scaling.maxTasks"]);
    },
  );

  test("refuses requests per target for a worker", () => {
    const input = devInput({
      "services.mailer.scaling": { minTasks: 1, maxTasks: 2, requestsPerTarget: 50 },
    });
    expect(placesOf(taskRange, input)).toEqual(["services.mailer.scaling.requestsPerTarget"]);
  });

  test("says nothing about a refused number", () => {
    const input = devInput({ "services.web.scaling": { minTasks: 4, maxTasks: "2" } });
    expect(placesOf(taskRange, input)).toEqual([]);
  });
});
