/** C0 and C1 controls, and marks that turn the direction of writing round. */
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text of others (AWS, an application's log) in one line that a terminal and a CI only show: an escape sequence in it could clear the
 * screen, colour it, or write elsewhere; `##[` begins a command in GitHub's logs, `##vso[` in those of Azure.
 */
export function harmless(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll("\t", "  ")
    .replaceAll(controls, "\ufffd")
    .replaceAll(/##(?=\w*\[)/g, "# #")
    .trimEnd();
}
