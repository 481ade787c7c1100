import { listenerRedirectLoop } from "../../../../offline/rules/balancing/listener-redirect-loop";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

const same: Values = {
  protocol: "#{protocol}",
  port: "#{port}",
  host: "#{host}",
  path: "/#{path}",
  query: "#{query}",
};

function check(redirect: Values) {
  const default_action = [{ type: "redirect", redirect: [{ ...same, ...redirect }] }];
  return codes(
    listenerRedirectLoop,
    aChange("aws_lb_listener", { protocol: "HTTP", port: 80, default_action }),
  );
}

describe("listener-redirect-loop", () => {
  test.each<Values>([{ protocol: "HTTPS", port: "443" }, { host: "www.example.com" }])(
    "lets %j pass",
    (to) => {
      expect(check(to)).toEqual([]);
    },
  );

  test.each<Values>([{}, { protocol: "HTTP", port: "80" }])("refuses %j", (to) => {
    expect(check(to)).toEqual(["InvalidLoadBalancerAction"]);
  });

  test("skips a redirect to what is not known", () => {
    expect(check({ host: unknown })).toEqual([]);
  });
});
