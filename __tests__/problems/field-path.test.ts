import { fieldPath } from "../../problems/field-path";

describe("fieldPath", () => {
  test.each([
    [["services", "api", "calls", 0], "services.api.calls[0]"],
    [["services", "order-history"], "services.order-history"],
    [["tags", "aws:x"], 'tags["aws:x"]'],
    [["tags", "a\nb"], 'tags["a\\nb"]'],
    [["name"], "name"],
  ])("joins %j as %s", (keys, path) => {
    expect(fieldPath("", keys)).toBe(path);
  });

  test("goes on from a path", () => {
    expect(fieldPath("services.api", ["calls", 1])).toBe("services.api.calls[1]");
  });

  test("cuts long keys", () => {
    expect(fieldPath("", ["k".repeat(1e5)]).length).toBeLessThan(100);
  });
});
