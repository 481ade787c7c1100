/** Text for XML and for Graphviz's labels: no markup, no control characters, and long words cut. */
export function escapeXml(text: string): string {
  return (
    printable(shorten(text))
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;")
      // Graphviz puts names in place of \G, \N and others; a sign that looks the same stays.
      .replaceAll("\\", "\u2216")
  );
}

/** The text without what XML cannot hold and nobody can read. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]+/gu, " ");
}

const longest = 64;

/** What people call things is short; an expression of Terraform may be long. */
export function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : text;
}
