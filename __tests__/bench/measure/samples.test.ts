import { interleave, median, ratio } from "../../../bench/measure/samples";

describe("median", () => {
  test("is the value in the middle", () => {
    expect(median([9, 1, 2])).toBe(2);
  });

  test("lies between the two in the middle of an even number", () => {
    expect(median([4, 1, 2, 9])).toBe(3);
  });

  test("of nothing is no number", () => {
    expect(median([])).toBeNaN();
  });
});

describe("ratio", () => {
  test("is not moved by a round in which everything was slow", () => {
    expect(ratio([10, 100, 12], [5, 50, 5])).toBe(2);
  });
});

describe("interleave", () => {
  test("runs measurements in turns and changes which comes first", () => {
    const order: string[] = [];
    const note = (name: string) => () => order.push(name);
    interleave(3, { a: note("a"), b: note("b") });
    expect(order.join("")).toBe("abbaab");
  });

  test("returns the samples by name", () => {
    expect(interleave(2, { a: () => 1, b: () => 2 })).toEqual({ a: [1, 1], b: [2, 2] });
  });
});
