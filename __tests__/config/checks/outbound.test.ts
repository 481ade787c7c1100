import { outboundHasRoute, outboundHasWay, outboundLeavesVpc } from "../../../config/checks/outbound";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

function withOutbound(to: string, nat: string) {
  const outbound = [{ to, port: 443, reason: "Payment provider" }];
  return devInput({ "services.api.outbound": outbound, "network.nat": nat });
}

describe("outboundHasWay", () => {
  test.each(["internet", "198.51.100.0/24"])("refuses %s without NAT", (to) => {
    expect(placesOf(outboundHasWay, withOutbound(to, "none"))).toEqual(["services.api.outbound[0]"]);
  });

  test.each(["single", "per-zone"])("accepts the internet with %s NAT", (nat) => {
    expect(placesOf(outboundHasWay, withOutbound("internet", nat))).toEqual([]);
  });

  test("leaves a private network, which no NAT leads to, to outboundHasRoute", () => {
    expect(placesOf(outboundHasWay, withOutbound("192.168.1.0/24", "none"))).toEqual([]);
  });

  test("says nothing while the NAT is not known", () => {
    expect(placesOf(outboundHasWay, withOutbound("internet", "two"))).toEqual([]);
  });
});

describe("outboundLeavesVpc", () => {
  test.each(["10.10.1.0/24", "10.10.0.0/16", "10.0.0.0/8"])("refuses %s, inside or around the VPC", (to) => {
    expect(placesOf(outboundLeavesVpc, withOutbound(to, "none"))).toEqual(["services.api.outbound[0].to"]);
  });

  test.each(["10.11.0.0/16", "198.51.100.0/24", "internet"])("accepts %s", (to) => {
    expect(placesOf(outboundLeavesVpc, withOutbound(to, "single"))).toEqual([]);
  });
});

describe("outboundHasRoute", () => {
  test.each(["192.168.1.0/24", "172.16.0.0/12", "10.11.0.0/16"])(
    "refuses %s, which no route leads to",
    (to) => {
      const [said] = saysOf(outboundHasRoute, withOutbound(to, "single"));
      expect(said).toMatch(/^services\.api\.outbound\[0\]\.to must be an address of the internet/);
    },
  );

  test.each(["198.51.100.0/24", "172.32.0.0/16", "internet"])("accepts %s", (to) => {
    expect(placesOf(outboundHasRoute, withOutbound(to, "single"))).toEqual([]);
  });

  test("leaves a block of the VPC itself to outboundLeavesVpc", () => {
    expect(placesOf(outboundHasRoute, withOutbound("10.10.1.0/24", "single"))).toEqual([]);
  });
});
