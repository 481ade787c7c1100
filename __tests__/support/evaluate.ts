import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunTerraform } from "./terraform";

/**
 * What terraform makes of an expression in a configuration of one file. The value travels as base64, because the console
 * prints strings with escapes of its own.
 */
export function evaluate(terraform: RunTerraform, file: string, text: string, expression: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), "terraform-console-"));
  try {
    writeFileSync(join(folder, file), text);
    const input = `base64encode(jsonencode(${expression}))\n`;
    const { stdout, stderr } = terraform(["console"], { cwd: folder, input });
    const encoded = /^"([\w+/=]+)"\n$/.exec(stdout)?.[1];
    if (encoded === undefined) throw new Error(stdout + stderr);
    return JSON.parse(Buffer.from(encoded, "base64").toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}
