import { announcesSecret, detectSecret } from "../../secrets/secret-detectors";

/**
 * Whether a text holds something that looks like a secret. It is asked as a whole and piece by piece, because a harmless match
 * (`password=${X}`) would hide a second one behind it.
 */
export function looksSecret(text: string): boolean {
  if (detectSecret(text) !== undefined) return true;
  const pieces = [...text.split(/[;&,\n]/), ...text.split(/\s+/)];
  return pieces.some((piece) => detectSecret(piece) !== undefined || isSecretOption(piece));
}

/** `--token=abc`; a reference to a variable is none. */
function isSecretOption(word: string): boolean {
  const [option = "", ...value] = word.split("=");
  return announcesSecret(option) && value.length > 0 && !isReferenceText(value.join("="));
}

/** Text that names where a secret is: `${APP_DB_PASSWORD}`, `{{resolve:…}}`, an ARN, or nothing at all. */
export function isReferenceText(text: string): boolean {
  return /^$|^\$\{[\w.:-]+\}$|^\{\{[\w.:/ -]+\}\}$|^arn:aws[\w-]*:[\w:/*+=,.@-]*$/.test(text);
}
