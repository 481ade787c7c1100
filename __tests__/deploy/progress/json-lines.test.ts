import { jsonLine } from "../../../deploy/progress/json-lines";
import { someProgress } from "./some-progress";

const now = Date.parse("2026-11-21T12:00:00Z");

describe("A line of JSON", () => {
  test.each(someProgress.map((progress) => [progress.kind, progress] as const))(
    "holds a %s as it is, with version and time",
    (_, progress) => {
      expect(JSON.parse(jsonLine(progress, now))).toEqual({
        ...{ version: 1, time: "2026-11-21T12:00:00.000Z" },
        ...progress,
      });
    },
  );

  test("is one line, and nothing in it moves a terminal", () => {
    const line = jsonLine({ message: "a\nb\u001b[2J\u009b2J\u2028c" }, now);
    expect(line).toMatch(/"message":"a\\nb\\u001b\[2J\\u009b2J\\u2028c"/);
    expect(JSON.parse(line)).toMatchObject({ message: "a\nb\u001b[2J\u009b2J\u2028c" });
  });
});
