import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { blocksOf, isOpen } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";
import { forwardingRules, forwards, isEncrypted, listenersOf, publicApplicationBalancers } from "./balancers";

/**
 * About public balancers. Where there is an HTTPS listener, all others redirect to it; where there is none, which is an
 * environment without a domain, none may forward by itself. What rules forward there is told by `public-traffic-is-encrypted`.
 */
export const httpRedirectsToHttps: Rule = {
  id: "http-redirects-to-https",
  title: "Public load balancers redirect HTTP to HTTPS",
  severity: "error",
  controls: ["ELB.1", "CKV_AWS_2", "CKV_AWS_378"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-1",
  why: "Passwords and sessions travel in clear text, for everybody on the way to read and change.",
  fix: "Let the HTTP listener's default action redirect to HTTPS with HTTP_301, and give it no rules that forward.",
  check: (environment) =>
    publicApplicationBalancers(environment).flatMap((balancer) => {
      const listeners = listenersOf(balancer, environment);
      const hasTls = listeners.some(isEncrypted);
      return listeners
        .filter((listener) => !isEncrypted(listener))
        .flatMap((listener) => (hasTls ? besideTls(listener, environment) : [alone(listener)]));
    }),
};

function besideTls(listener: Resource, environment: EnvironmentFiles): readonly Verdict[] {
  const rules = forwardingRules(listener, environment).map((resource): Verdict => {
    const must = "must not forward plain HTTP";
    return { resource, problem: { attribute: "action", must, got: "forward" } };
  });
  const actions = blocksOf(listener.values, "default_action");
  const redirects = actions.some(
    (action) => action["type"] === "redirect" && blocksOf(action, "redirect").some(leadsToHttps),
  );
  if (redirects) return [{ resource: listener }, ...rules];
  const problem = { attribute: "default_action", must: "must redirect to HTTPS", got: showActions(listener) };
  return [{ resource: listener, problem }, ...rules];
}

function alone(listener: Resource): Verdict {
  const { default_action: actions } = listener.values;
  if (!isOpen(actions) && !forwards(blocksOf(listener.values, "default_action")))
    return { resource: listener };
  const must = "must not forward plain HTTP from the internet";
  const advice = "Give the balancer an HTTPS listener with a certificate, and let this one redirect to it.";
  return {
    resource: listener,
    problem: { attribute: "default_action", must, got: showActions(listener), advice },
  };
}

/** Left out, the protocol stays that of the request. */
function leadsToHttps({ protocol }: Readonly<Record<string, unknown>>): boolean {
  return protocol === "HTTPS";
}

function showActions({ values }: Resource): string {
  const [action] = blocksOf(values, "default_action");
  if (action === undefined) return showValue(values["default_action"]);
  return action["type"] === "redirect" ? "a redirect to HTTP" : showValue(action["type"]);
}
