/** Formats rows under headers; columns of numbers are aligned to the right. */
export function formatTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = headers.map((header, index) => [header, ...rows.map((row) => row[index] ?? "")]);
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const isCount = columns.map(
    ([, ...cells]) => cells.length > 0 && cells.every((cell) => /^\d{1,9}$/.test(cell)),
  );
  return [headers, ...rows]
    .map((row) =>
      row
        .map((cell, index) =>
          isCount[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
