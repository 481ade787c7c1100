import type { DeploymentLook, Look, Phase } from "./look";
import { missingProof, type Doubt } from "./missing-proof";
import { command, nameOf } from "./messages";
import { reasonOf } from "./reason";
import type { StartedRollout, Verdict } from "./rollout";
import { shortName } from "./short-name";

/** What a look says about a deployment. */
export type Judgement =
  | { readonly kind: "under-way" }
  /** Not proved: the verdict if nothing else turns up for a while. */
  | { readonly kind: "if-it-lasts"; readonly verdict: Verdict; readonly seconds: number }
  | { readonly kind: "over"; readonly verdict: Verdict };

/** How long an answer of AWS may contradict another one (its lists lag), or tasks may need to turn healthy. */
const patience = { contradiction: 30, unlisted: 120, settling: 300, rollback: 900 } as const;

/**
 * How a deployment stands. *Done* and *rolled back* are said only where everything that the look tells proves it; AWS's word that
 * a deployment succeeded is necessary, and not enough.
 *
 * @param stopped why this command stopped the deployment, if it did
 */
export function judge(rollout: StartedRollout, look: Look, stopped?: string): Judgement {
  if (look.service === undefined) {
    const gone = `${nameOf(rollout)} has no service ${rollout.target.serviceName} any more.`;
    return ifItLasts(patience.contradiction, "failed", gone);
  }
  return byPhase[look.deployment?.phase ?? "unlisted"]({ rollout, look, stopped });
}

interface Case {
  readonly rollout: StartedRollout;
  readonly look: Look;
  readonly stopped: string | undefined;
}

const byPhase: Readonly<Record<Phase | "unlisted", (given: Case) => Judgement>> = {
  "under-way": judgeUnderWay,
  "rolling-back": () => ({ kind: "under-way" }),
  succeeded: judgeSuccess,
  "rolled-back": (given) => judgeRollback(given, patience.settling),
  "rollback-failed": (given) => judgeRollback(given, patience.contradiction),
  stopped: (given) => judgeRollback(given, isGoingBack(given) ? patience.rollback : patience.unlisted),
  unlisted: judgeUnlisted,
};

function judgeUnderWay({ rollout, look }: Case): Judgement {
  const other = supersededBy(rollout, look);
  return other === undefined ? { kind: "under-way" } : superseded(rollout, other);
}

function judgeSuccess({ rollout, look }: Case): Judgement {
  const other = supersededBy(rollout, look);
  if (other !== undefined) return superseded(rollout, other);
  const doubts = [
    ...missingProof(look, {
      revisionArn: rollout.revisionArn,
      digests: rollout.acceptedDigests,
      deployment: rollout.deployment,
      toleratedAlarms: rollout.toleratedAlarms ?? [],
    }),
    ...wrongRevision(rollout, look.deployment),
  ];
  if (doubts.length === 0) {
    const count = look.service?.running ?? 0;
    return over(
      "done",
      `${nameOf(rollout)} runs ${shortName(rollout.revisionArn)} (${rollout.digest}): ${count} of ${count} tasks, healthy.`,
    );
  }
  return ifItLasts(
    patienceFor(doubts, patience.settling),
    "failed",
    `AWS calls the deployment of ${shortName(rollout.revisionArn)} to ${nameOf(rollout)} successful, but ${sentence(doubts)} ` +
      `It was not rolled back: look at the service, then go on with ${command("wait", rollout)} or ${command("rollback", rollout)}.`,
  );
}

/** AWS is at its end without success: what runs now decides whether the service is back where it was. */
function judgeRollback({ rollout, look, stopped }: Case, seconds: number): Judgement {
  const other = supersededBy(rollout, look);
  if (other !== undefined) return superseded(rollout, other);
  const why = `${shortName(rollout.revisionArn)} was not kept in ${nameOf(rollout)}: ${stopped ?? reasonOf(look.deployment)}.`;
  const back = revisionToGoBackTo(rollout, look);
  if (back === undefined || back === rollout.revisionArn) {
    const left = `${why} There is no revision to go back to: the service is as the deployment left it.`;
    return ifItLasts(patience.contradiction, "failed", left);
  }
  const doubts = missingProof(look, { revisionArn: back });
  if (doubts.length === 0) {
    return over("rolled-back", `${why} The service runs ${shortName(back)} again, healthy.`);
  }
  return ifItLasts(
    patienceFor(doubts, seconds),
    "failed",
    `${why} It is NOT back at ${shortName(back)}: ${sentence(doubts)} A person must look${wayBack(rollout, back)}.`,
  );
}

/** A service begins with a revision of another family, which no command deploys: until a release was healthy there is no way back. */
function wayBack(rollout: StartedRollout, back: string): string {
  return familyOf(back) === familyOf(rollout.revisionArn)
    ? `; ${command("rollback", rollout)} deploys it again`
    : ": there is no release to go back to. Mend what failed, and deploy again";
}

function familyOf(revision: string): string {
  return shortName(revision).replace(/:\d+$/, "");
}

/** Whether somebody deploys the revision of before again: what was stopped without a rollback may yet come back. */
function isGoingBack({ rollout, look }: Case): boolean {
  const back = revisionToGoBackTo(rollout, look);
  return look.service?.sets.some((set) => set.isPrimary && set.revisionArn === back) ?? false;
}

function revisionToGoBackTo(rollout: StartedRollout, look: Look): string | undefined {
  return look.deployment?.backTo ?? revisionBefore(rollout);
}

function judgeUnlisted(given: Case): Judgement {
  const judgement = judgeRollback(given, patience.unlisted);
  return judgement.kind === "over"
    ? { kind: "if-it-lasts", verdict: judgement.verdict, seconds: patience.unlisted }
    : judgement;
}

/** Revision of a newer deployment that is neither ours nor the one that the service goes back to. */
function supersededBy(rollout: StartedRollout, look: Look): string | undefined {
  const known = [rollout.revisionArn, revisionBefore(rollout), look.deployment?.backTo];
  return look.service?.sets.find((set) => set.isPrimary && !known.includes(set.revisionArn))?.revisionArn;
}

function wrongRevision(rollout: StartedRollout, deployment: DeploymentLook | undefined): readonly Doubt[] {
  return deployment?.revisionArn === rollout.revisionArn
    ? []
    : [
        {
          text: `it brought ${shortName(deployment?.revisionArn ?? "an unknown revision")}`,
          maySettle: deployment?.revisionArn === undefined,
        },
      ];
}

function superseded(rollout: StartedRollout, other: string): Judgement {
  const message =
    `Another deployment took the place of this one: ${nameOf(rollout)} is to run ${shortName(other)}, not ${shortName(rollout.revisionArn)}. ` +
    `How that one ends says ${command("wait", rollout)}.`;
  const verdict: Verdict = { outcome: "failed", message, supersededBy: other };
  return { kind: "if-it-lasts", verdict, seconds: patience.contradiction };
}

/** Revision that the service ran before, in the word of whoever carries deployments out. */
export function revisionBefore({ before }: StartedRollout): string | undefined {
  return (
    (before.taskSets ?? []).find(({ status }) => status === "PRIMARY")?.taskDefinition ??
    before.taskDefinition
  );
}

function patienceFor(doubts: readonly Doubt[], seconds: number): number {
  return doubts.every(({ maySettle }) => maySettle) ? seconds : patience.contradiction;
}

function sentence(doubts: readonly Doubt[]): string {
  const texts = doubts.map(({ text }) => text);
  const more = texts.length > 3 ? [`${texts.length - 3} more`] : [];
  return `${[...texts.slice(0, 3), ...more].join("; ")}.`;
}

function over(outcome: Verdict["outcome"], message: string): Judgement {
  return { kind: "over", verdict: { outcome, message } };
}

function ifItLasts(seconds: number, outcome: Verdict["outcome"], message: string): Judgement {
  return { kind: "if-it-lasts", verdict: { outcome, message }, seconds };
}
