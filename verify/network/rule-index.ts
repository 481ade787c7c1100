import { type NetworkNode, type SecurityGroup } from "./network";
import { type NodeIndex } from "./node-index";
import { defaultRules, type Direction, type SecurityRule } from "./security-rule";

interface GroupRules {
  readonly all: SecurityRule[];
  readonly byPeerGroup: Map<string, SecurityRule[]>;
  readonly others: SecurityRule[];
}

/** The rules of each group, found by who is at the other end. */
export class RuleIndex {
  private readonly groups = new Map<string, GroupRules>();

  constructor(rules: readonly SecurityRule[]) {
    for (const rule of rules) this.add(rule);
  }

  of(group: SecurityGroup, direction: Direction): readonly SecurityRule[] {
    return this.rulesOf(group, direction).all;
  }

  /** Rules of a group that are about a node. */
  about(
    node: NetworkNode,
    group: SecurityGroup,
    direction: Direction,
    index: NodeIndex,
  ): readonly SecurityRule[] {
    const { byPeerGroup, others } = this.rulesOf(group, direction);
    return [
      ...node.securityGroups.flatMap(({ key }) => byPeerGroup.get(key) ?? []),
      ...others.filter(({ peer }) => index.of(peer).has(node)),
    ];
  }

  private rulesOf(group: SecurityGroup, direction: Direction): GroupRules {
    const key = `${direction} ${group.key}`;
    const known = this.groups.get(key);
    if (known) return known;
    const rules: GroupRules = { all: [], byPeerGroup: new Map(), others: [] };
    this.groups.set(key, rules);
    // Only a default group that no resource takes over has rules which the files do not write.
    if (group.isTold && !group.resource) {
      for (const rule of defaultRules(group)) if (rule.direction === direction) this.add(rule);
    }
    return rules;
  }

  private add(rule: SecurityRule): void {
    const { all, byPeerGroup, others } = this.rulesOf(rule.group, rule.direction);
    all.push(rule);
    if (rule.peer.kind !== "group") {
      others.push(rule);
      return;
    }
    const { key } = rule.peer.group;
    const rules = byPeerGroup.get(key);
    if (rules) rules.push(rule);
    else byPeerGroup.set(key, [rule]);
  }
}
