import { history as readHistory, type ServiceHistory } from "../../../deploy/commands/history";
import { exitCodes } from "../../../deploy/exit-codes";
import { harmless } from "../../../deploy/progress/harmless-text";
import { formatTable } from "../../format-table";
import { type Program } from "./program";
import { shortDigest } from "./status";

const defaultLimit = 20;

/** `ecs-env history`. */
export const history: Program = async ({ command, requests: [request] }) => {
  const { limit } = command.values;
  const answers = await readHistory({
    ...request,
    limit: limit === undefined ? defaultLimit : Number(limit),
  });
  const services = answers.map(({ service }) => service);
  return {
    exitCode: exitCodes.done,
    text: answers.map(historyText).join("\n\n"),
    json: [
      ...answers.map((answer) => ({ kind: "history", ...answer })),
      { kind: "end", command: command.name, exitCode: exitCodes.done, services },
    ],
  };
};

/** For people. */
export function historyText({ environment, service, releases, deployments }: ServiceHistory): string {
  const reasons = releases.some(({ unproven }) => unproven !== undefined);
  const rows = releases.map((release) => [
    release.isRunning ? "→" : "",
    release.revision,
    release.outcome,
    shortDigest(release.digest),
    release.commit?.slice(0, 12) ?? "",
    release.registeredAt ?? "",
    release.person ?? "",
    ...(reasons ? [release.unproven ?? ""] : []),
  ]);
  const moves = deployments.map(({ revision, status, startedAt, finishedAt, statusReason }) => [
    ...[revision ?? "", status, startedAt ?? "", finishedAt ?? "", statusReason ?? ""],
  ]);
  return [
    `${environment}/${service}`,
    rows.length === 0
      ? "no release yet"
      : formatTable(
          [
            "",
            "release",
            "outcome",
            "digest",
            "commit",
            "registered",
            "by",
            ...(reasons ? ["unproven"] : []),
          ],
          rows.map(harmlessRow),
        ),
    ...(moves.length === 0
      ? []
      : ["", formatTable(["deployment of", "status", "began", "ended", "why"], moves.map(harmlessRow))]),
  ].join("\n");
}

function harmlessRow(row: readonly string[]): readonly string[] {
  return row.map(harmless);
}
