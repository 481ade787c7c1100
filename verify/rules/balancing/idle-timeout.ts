import { numberOf } from "../../values/plain-values";
import { attributeRule } from "../attribute-rule";
import { balancerTypes, isApplication } from "./balancers";

/** Seconds that AWS waits by default; what the applications wait is not in the files. */
const usual = 60;

export const idleTimeout = attributeRule({
  id: "balancer-idle-timeout",
  title: "Load balancers close idle connections before applications do",
  severity: "warning",
  controls: [],
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout",
  why: "An application that closes first answers some requests with 502, at random: its keep-alive has to outlast the balancer's.",
  fix: "Leave `idle_timeout` at 60, or raise the keep-alive of every application behind it first and waive this rule.",
  types: balancerTypes,
  attribute: "idle_timeout",
  must: `must be at most ${usual} s unless the applications keep connections longer`,
  default: usual,
  holds: (seconds) => (numberOf(seconds) ?? Infinity) <= usual,
  isAbout: isApplication,
});
