import { type NetworkNode, type SecurityGroup } from "./network";
import { type NodeIndex } from "./node-index";
import { defaultRules, type Direction, type SecurityRule } from "./security-rule";

interface GroupRules {
  readonly all: SecurityRule[];
  readonly ofGroups: SecurityRule[];
  readonly byPeerGroup: Map<string, SecurityRule[]>;
  readonly others: SecurityRule[];
}

/** The rules of each group, found by who is at the other end. */
export class RuleIndex {
  private readonly groups = new Map<string, GroupRules>();
  /** Rules of groups that are made elsewhere, or looked up: of whatever has such a group. */
  private readonly strays: readonly SecurityRule[];

  constructor(
    rules: readonly SecurityRule[],
    /** Keys of the groups of what is inside. */
    known: ReadonlySet<string>,
  ) {
    for (const rule of rules) this.add(rule);
    this.strays = rules.filter(({ group }) => !group.isTold && !known.has(group.key));
  }

  of(group: SecurityGroup, direction: Direction): readonly SecurityRule[] {
    return [...this.rulesOf(group, direction).all, ...this.straysOf(group, direction)];
  }

  /** Rules of a group that are about a node, or may be: groups that the files do not tell may be any other. */
  about(
    node: NetworkNode,
    group: SecurityGroup,
    direction: Direction,
    index: NodeIndex,
  ): readonly SecurityRule[] {
    const { byPeerGroup, ofGroups, others } = this.rulesOf(group, direction);
    const strays = this.straysOf(group, direction);
    return [
      ...node.securityGroups.flatMap(({ key }) => byPeerGroup.get(key) ?? []),
      ...[...ofGroups, ...strays].filter((rule) => mayMean(rule, node)),
      ...[...others, ...strays].filter(({ peer }) => peer.kind !== "group" && index.of(peer).has(node)),
    ];
  }

  private straysOf(group: SecurityGroup, direction: Direction): readonly SecurityRule[] {
    return group.isTold ? this.strays.filter((rule) => rule.direction === direction) : [];
  }

  private rulesOf(group: SecurityGroup, direction: Direction): GroupRules {
    const key = `${direction} ${group.key}`;
    const known = this.groups.get(key);
    if (known) return known;
    const rules: GroupRules = { all: [], ofGroups: [], byPeerGroup: new Map(), others: [] };
    this.groups.set(key, rules);
    // Only a default group that no resource takes over has rules which the files do not write.
    if (group.isTold && !group.resource) {
      for (const rule of defaultRules(group)) if (rule.direction === direction) this.add(rule);
    }
    return rules;
  }

  private add(rule: SecurityRule): void {
    const { all, ofGroups, byPeerGroup, others } = this.rulesOf(rule.group, rule.direction);
    all.push(rule);
    if (rule.peer.kind !== "group") {
      others.push(rule);
      return;
    }
    ofGroups.push(rule);
    const { key } = rule.peer.group;
    const rules = byPeerGroup.get(key);
    if (rules) rules.push(rule);
    else byPeerGroup.set(key, [rule]);
  }
}

/** Whether a rule's group may be one of a node's, by another expression. */
function mayMean({ peer }: SecurityRule, { securityGroups }: NetworkNode): boolean {
  if (peer.kind !== "group" || securityGroups.some(({ key }) => key === peer.group.key)) return false;
  return securityGroups.length > 0 && (!peer.group.isTold || securityGroups.some(({ isTold }) => !isTold));
}
