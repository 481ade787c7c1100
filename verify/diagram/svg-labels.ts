import { escapeXml } from "./escape-xml";
import { changeLooks, changeSigns, inkColor, type Look } from "./looks";
import { type Listener } from "./listeners";
import { type Line, type Mark, type PictureGroup, type PictureNode } from "./picture";

const small = 9;
const normal = 11;
const faint = "#475569";

/** Title and lines of a node, one below the other. */
export function nodeLabel({ title, lines, mark }: PictureNode): string {
  const rows = [
    row(bold(`${changeSigns[mark]}${title}`, normal)),
    ...lines.map((line) => row(lineText(line))),
  ];
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">${rows.join("")}</TABLE>`;
}

/** A bar with a cell for each listener, which edges enter from above and leave below. */
export function balancerLabel(
  node: PictureNode,
  listeners: readonly { readonly listener: Listener; readonly look: Look }[],
  look: Look,
): string {
  const border = `BORDER="1" COLOR="${look.stroke}" BGCOLOR="${look.fill}"`;
  const cells = listeners.map(
    ({ listener, look: own }, index) =>
      `<TD PORT="${listenerPort(index)}" BORDER="1" COLOR="${own.stroke}" BGCOLOR="#ffffff" CELLPADDING="4">${text(listener.ports, small)}</TD>`,
  );
  const label = `<TD>${nodeLabel(node)}</TD>`;
  return `<TABLE ${border} STYLE="ROUNDED" CELLBORDER="0" CELLSPACING="5" CELLPADDING="2"><TR>${label}${cells.join("")}</TR></TABLE>`;
}

export function listenerPort(index: number): string {
  return `listener${index}`;
}

/** Title of a group, and what is in it, side by side. */
export function groupLabel({ title, lines, mark, kind }: PictureGroup): string {
  const size = kind === "account" || kind === "vpc" ? 12 : normal;
  const rows = [
    `<TR><TD ALIGN="LEFT" COLSPAN="${Math.max(1, 2 * Math.min(lines.length, linesPerRow))}">${bold(`${changeSigns[mark]}${title}`, size)}</TD></TR>`,
  ];
  for (let index = 0; index < lines.length; index += linesPerRow) {
    const cells = lines.slice(index, index + linesPerRow);
    rows.push(
      `<TR>${cells.map((line) => `<TD ALIGN="LEFT">${lineText(line)}</TD><TD WIDTH="12"></TD>`).join("")}</TR>`,
    );
  }
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">${rows.join("")}</TABLE>`;
}

const linesPerRow = 3;

/** Lines of an edge, on the background of what they cross. */
export function edgeLabel(lines: readonly string[], color: string): string {
  const rows = lines.map((line) =>
    row(`<FONT POINT-SIZE="${small}" COLOR="${color}">${escapeXml(line)}</FONT>`),
  );
  return `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">${rows.join("")}</TABLE>`;
}

function row(content: string): string {
  return `<TR><TD>${content}</TD></TR>`;
}

function lineText({ text: content, mark }: Line): string {
  return text(`${changeSigns[mark]}${content}`, small, colorOf(mark));
}

function colorOf(mark: Mark): string {
  return mark === "unchanged" ? faint : changeLooks[mark].stroke;
}

function text(content: string, size: number, color = faint): string {
  return `<FONT POINT-SIZE="${size}" COLOR="${color}">${escapeXml(content)}</FONT>`;
}

function bold(content: string, size: number): string {
  return `<FONT POINT-SIZE="${size}" COLOR="${inkColor}"><B>${escapeXml(content)}</B></FONT>`;
}
