import { sessionSeconds } from "../../contract/session-seconds";

describe("The session of a deploy role", () => {
  test.each([
    ["a rolling deployment", 0, 1],
    ["shifts that fit into an hour", 30, 1],
    ["shifts that do not", 31, 2],
    ["a day, which AWS does not give", 1440, 12],
  ])("covers %s", (_, shiftMinutes, hours) => {
    expect(sessionSeconds(shiftMinutes)).toBe(hours * 3600);
  });
});
