import { type Rule, type Verdict } from "../rule";
import { forwardingRules, isEncrypted, listenersOf, publicApplicationBalancers } from "./balancers";

/** A warning: an environment without a domain has no certificate, and says so by its listener. */
export const publicTrafficIsEncrypted: Rule = {
  id: "public-traffic-is-encrypted",
  title: "Public load balancers forward what came by HTTPS",
  severity: "warning",
  controls: ["ELB.1", "CKV_AWS_2"],
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
  why: "Passwords and sessions travel in clear text, for everybody on the way to read and change.",
  fix: "Give the environment a domain: a certificate and an HTTPS listener follow from it.",
  check: (environment) =>
    publicApplicationBalancers(environment).flatMap((resource): readonly Verdict[] => {
      const listeners = listenersOf(resource, environment);
      if (listeners.length === 0) return [];
      if (listeners.some(isEncrypted)) return [{ resource }];
      const plain = listeners.flatMap((listener) => forwardingRules(listener, environment));
      if (plain.length === 0) return [{ resource }];
      const got = `${plain.length} ${plain.length === 1 ? "rule that forwards" : "rules that forward"} plain HTTP`;
      return [{ resource, problem: { must: "must have an HTTPS listener", got } }];
    }),
};
