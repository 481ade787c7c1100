import { inParallel } from "../../../terraform/flow/in-parallel";

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("Work in parallel", () => {
  test("gives results in the order of the items", async () => {
    const work = async (milliseconds: number) => later(milliseconds).then(() => milliseconds);
    expect(await inParallel([20, 1, 5], 2, work)).toEqual([20, 1, 5]);
  });

  test("does no more at once than allowed", async () => {
    let running = 0;
    const seen: number[] = [];
    await inParallel([1, 2, 3, 4, 5], 2, async () => {
      seen.push(++running);
      await later(1);
      running -= 1;
    });
    expect(Math.max(...seen)).toBe(2);
  });

  test("lets what was begun end before it fails", async () => {
    const ended: string[] = [];
    const work = async (item: string) => {
      if (item === "bad") throw new Error("bad");
      await later(20);
      ended.push(item);
    };
    await expect(inParallel(["slow", "bad"], 2, work)).rejects.toThrow("bad");
    expect(ended).toEqual(["slow"]);
  });
});
