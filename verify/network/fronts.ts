import { type NetworkNode } from "./network";

/**
 * What passes traffic on, and of which the files do not tell who reaches it and whom it lets in: a balancer that is made elsewhere, or a
 * service of AWS that stands in front of one. It makes paths undecided that would be told as closed.
 */
export class Fronts {
  private readonly known = new Map<string, NetworkNode>();

  /** The front that an expression, or a place, stands for. */
  of(text: string): NetworkNode {
    const front = this.known.get(text) ?? frontOf(text);
    this.known.set(text, front);
    return front;
  }

  get all(): readonly NetworkNode[] {
    return [...this.known.values()];
  }
}

function frontOf(text: string): NetworkNode {
  return {
    name: text,
    kind: "balancer",
    subnets: [],
    zones: [],
    securityGroups: [{ key: `groups of ${text}`, name: text, isTold: false }],
    publicAddress: text,
    hasIpv6: true,
    blocks: [],
    isSomewhere: true,
    untold: [text],
    sends: true,
  };
}
