const beyondJson = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * One line of `--json`. Every line has the version of this form, and the time.
 *
 * @param now milliseconds since 1970
 */
export function jsonLine(content: object, now: number): string {
  const text = JSON.stringify({ version: 1, time: new Date(now).toISOString(), ...content });
  // JSON itself escapes only the controls below 0x20; a terminal that shows the line obeys these too.
  return text.replaceAll(beyondJson, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
