import { freeAddresses } from "../../../config/checks/free-addresses";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

/** A /23 gives two zones 59 private addresses each; 8 go to 4 endpoints, 16 to the balancer, 4 to the other tasks. */
function withTasks(maxTasks: number) {
  return devInput({ "network.cidr": "10.10.0.0/23", "services.web.scaling": { minTasks: 1, maxTasks } });
}

describe("freeAddresses", () => {
  test("accepts tasks that find an address each, twice", () => {
    expect(placesOf(freeAddresses, withTasks(45))).toEqual([]);
  });

  test("refuses one task more", () => {
    expect(saysOf(freeAddresses, withTasks(46))).toEqual([
      "network.cidr must have 120 private addresses (96 for tasks at 200 %, 8 for endpoints, 16 for the internal load balancer), got 10.10.0.0/23 with 118. Choose a larger block, or lower maxTasks.",
    ]);
  });

  test("counts endpoints that are asked for", () => {
    const input = { ...withTasks(45), network: { cidr: "10.10.0.0/23", endpoints: ["sqs", "sns"] } };
    expect(placesOf(freeAddresses, input)).toEqual(["network.cidr"]);
  });

  test("finds more addresses in a third zone", () => {
    const input = { ...withTasks(60), network: { cidr: "10.10.0.0/23", zones: ["a", "b", "c"] } };
    expect(placesOf(freeAddresses, input)).toEqual([]);
  });

  test("says nothing while the block is not known", () => {
    expect(placesOf(freeAddresses, { ...withTasks(500), network: { cidr: "10.10.0.0/33" } })).toEqual([]);
  });
});
