import { compareCosts } from "../../../verify/cost/compare-costs";
import { type Prices, readPrices } from "../../../verify/cost/price-file";
import { environmentWith } from "../../support/verified";

const gateways = (count: number, more = {}) =>
  environmentWith({
    ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`aws_nat_gateway.n${index}`, {}])),
    ...more,
  });
const prices: Prices = { currency: "USD", perHour: { "nat-gateway": 0.05 }, perGibMonth: {} };

describe("The cost of a change", () => {
  test.each([
    ["more", 1, 3],
    ["less", 3, 1],
    ["same", 2, 2],
  ])("is %s", (direction, before, after) => {
    expect(compareCosts(gateways(before), gateways(after)).direction).toBe(direction);
  });

  test("is mixed where one thing grows, another shrinks, and nobody gives prices", () => {
    const after = gateways(1, { "aws_lb.a": {} });
    expect(compareCosts(gateways(2), after).direction).toBe("mixed");
  });

  test("is told by money where every price is known", () => {
    const all: Prices = { ...prices, perHour: { "nat-gateway": 0.05, "application-load-balancer": 0.01 } };
    const { direction, money } = compareCosts(gateways(2), gateways(1, { "aws_lb.a": {} }), all);
    expect(direction).toBe("less");
    expect(money).toEqual({
      currency: "USD",
      before: { min: 73, max: 73 },
      after: { min: 43.8, max: 43.8 },
      missing: [],
    });
  });

  test("names the prices that are missing, and takes none as zero for the direction", () => {
    const { direction, money } = compareCosts(gateways(2), gateways(1, { "aws_lb.a": {} }), prices);
    expect([direction, money?.missing]).toEqual(["mixed", ["application-load-balancer"]]);
  });

  test("tells only what differs", () => {
    const { lines } = compareCosts(gateways(1, { "aws_lb.a": {} }), gateways(2, { "aws_lb.a": {} }));
    expect(lines.map(({ key, before, after }) => [key, before.min, after.min])).toEqual([
      ["nat-gateway", 1, 2],
    ]);
  });

  test("begins at nothing for a new environment", () => {
    expect(compareCosts(undefined, gateways(1)).lines[0]).toMatchObject({
      before: { min: 0 },
      after: { min: 1 },
    });
  });
});

describe("A price file", () => {
  test("is read", () => {
    const text =
      '{ "currency": "USD", "perHour": { "database.db.t4g.micro": 0.016 }, "perGibMonth": { "database-storage.gp3": 0.1 } }';
    expect(readPrices(text, "prices.json")).toEqual({
      currency: "USD",
      perHour: { "database.db.t4g.micro": 0.016 },
      perGibMonth: { "database-storage.gp3": 0.1 },
    });
  });

  test("tells everything that is wrong in it", () => {
    const text = '{ "currency": "dollar", "perhour": {}, "perHour": { "nat-gatway": 1, "nat-gateway": -1 } }';
    expect(() => readPrices(text, "prices.json")).toThrowErrorMatchingInlineSnapshot(`
     "prices.json: 4 problems
       currency               must be a currency's three letters, got "dollar". Write for example "currency": "USD".
       perHour › nat-gateway  must be a price, zero or more, got -1. Write for example "perHour": { "nat-gateway": 0.048 }.
       file                   must have known keys only, got "perhour". Did you mean "perHour"?
       perHour                must have known keys only, got "nat-gatway". Did you mean "nat-gateway"?"
    `);
  });

  test("must be JSON", () => {
    expect(() => readPrices("{", "prices.json")).toThrow("must be JSON");
  });

  test.each(["[]", "3", "null"])("must be an object, not %s", (text) => {
    expect(() => readPrices(text, "prices.json")).toThrow("must be an object");
  });
});
