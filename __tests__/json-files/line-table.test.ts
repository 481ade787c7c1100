import { createLineTable } from "../../json-files/line-table";

describe("line table", () => {
  test.each([
    ["", 0, 1, 1],
    ["ab", 1, 1, 2],
    ["a\nb", 1, 1, 2],
    ["a\nb", 2, 2, 1],
    ["a\r\nb", 3, 2, 1],
    ["a\rb", 2, 2, 1],
    ["\n\n\n", 3, 4, 1],
    ["é😀x", 3, 1, 4],
  ])("of %j places offset %d at line %d, column %d", (text, offset, line, column) => {
    expect(createLineTable(text)(offset)).toEqual({ line, column });
  });
});
