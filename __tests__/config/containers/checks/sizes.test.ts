import { orders, proxy, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

const task = { cpu: 256, memoryMiB: 512 };

describe("size of containers", () => {
  test("may fill the task", () => {
    const half = { cpu: 128, memory: 256, memoryReservation: 256 };
    expect(
      complaints(
        [
          { ...orders, ...half },
          { ...proxy, ...half },
        ],
        task,
      ),
    ).toEqual([]);
  });

  test("of one container may fill the task", () => {
    expect(complaints([{ ...orders, cpu: 256, memory: 512, memoryReservation: 512 }, proxy], task)).toEqual(
      [],
    );
  });

  test("is not compared with a task of unknown size", () => {
    expect(complaints([{ ...orders, cpu: 4096, memory: 30720 }])).toEqual([]);
  });

  test.each([
    ["cpu", 257, "256 CPU units"],
    ["memory", 513, "512 MiB"],
    ["memoryReservation", 513, "512 MiB"],
  ])("%s of one is at most that of the task", (field, size, limit) => {
    expect(complaints([{ ...orders, [field]: size }], task)).toEqual([
      `containers[0].${field} must be at most that of the task, ${limit}`,
    ]);
  });

  test.each([
    ["cpu", 129, "256 CPU units"],
    ["memory", 257, "512 MiB"],
    ["memoryReservation", 257, "512 MiB"],
  ])("%s of all together is at most that of the task", (field, size, limit) => {
    expect(
      complaints(
        [
          { ...orders, [field]: size },
          { ...proxy, [field]: size },
        ],
        task,
      ),
    ).toEqual([`containers must have a sum of "${field}" of at most that of the task, ${limit}`]);
  });
});

describe("memory reservation", () => {
  test("is at most the memory of the container", () => {
    expect(complaints([{ ...orders, memory: 128, memoryReservation: 129 }])).toEqual([
      "containers[0].memoryReservation must be at most the memory of the container, 128 MiB",
    ]);
  });
});

describe("size of the definitions", () => {
  const maximum = 28 * 1024;
  const frame = JSON.stringify([{ ...orders, command: [""] }]).length;
  const filled = (text: string) => [{ ...orders, command: [text] }];
  const must = `containers must take at most 28 KiB (${maximum} bytes) as JSON without spaces`;

  test("may reach 28 KiB", () => {
    expect(complaints(filled("a".repeat(maximum - frame)))).toEqual([]);
  });

  test.each([
    ["one more byte", "a".repeat(maximum - frame + 1)],
    ["characters of several bytes", "é".repeat((maximum - frame) / 2 + 1)],
    ["characters that Terraform writes as six bytes", "<".repeat((maximum - frame) / 6 + 1)],
  ])("is not above 28 KiB: %s", (_title, text) => {
    expect(complaints(filled(text))).toEqual([must]);
  });
});
