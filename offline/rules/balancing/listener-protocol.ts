import { balancerOf, kindOfBalancer } from "./listener-balancer";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** Protocols that a kind of balancer listens to. */
const protocols: Readonly<Record<string, readonly string[]>> = {
  application: ["HTTP", "HTTPS"],
  network: ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"],
};

export const listenerProtocol: Rule = {
  id: "listener-protocol",
  types: ["aws_lb_listener"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
  check(change) {
    const protocol = text(change.values, "protocol");
    const balancer = balancerOf(change, change.type, change.values);
    const allowed = protocols[balancer ? kindOfBalancer(balancer.values) : ""];
    if (protocol === undefined || !allowed || allowed.includes(protocol)) return [];
    return [
      {
        code: "ValidationError",
        message: `Listener protocol '${protocol}' must be one of '${allowed.join(", ")}'`,
        advice: `Choose one of ${allowed.join(", ")}, or another type of balancer.`,
        path: ["protocol"],
      },
    ];
  },
};
