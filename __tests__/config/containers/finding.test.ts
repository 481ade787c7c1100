import { formatJsonPath } from "../../../config/containers/finding";

describe("JSON path", () => {
  test.each([
    [[], "containers"],
    [[0, "environment", 3, "value"], "containers[0].environment[3].value"],
    [[0, "config-file-type"], "containers[0].config-file-type"],
    [[0, "a.b"], 'containers[0]["a.b"]'],
    [[0, '"'], String.raw`containers[0]["\""]`],
    [[0, "\n"], String.raw`containers[0]["\n"]`],
    [[0, "é".repeat(40)], `containers[0]["${"é".repeat(40)}"]`],
    [[0, "é".repeat(41)], `containers[0]["${"é".repeat(39)}…"]`],
    [[0, "AKIAIOSFODNN7EXAMPLE"], "containers[0][…]"],
  ])("%j is shown as %s", (path, expected) => {
    expect(formatJsonPath(path)).toBe(expected);
  });
});
