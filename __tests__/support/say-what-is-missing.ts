import { spawnSync } from "node:child_process";

/** Commands that some tests need; those tests are skipped without them, and nobody should take that for a pass. */
const commands = [
  ["terraform", "formatting and meaning of the HCL are not checked by terraform itself"],
  ["busybox", "the seed image's script is not run"],
] as const;

/** Jest runs this once before all tests. */
// eslint-disable-next-line no-restricted-syntax -- jest asks for a default export
export default function sayWhatIsMissing(): void {
  for (const [command, consequence] of commands) {
    const { status } = spawnSync("sh", ["-c", `command -v ${command}`]);
    if (status !== 0)
      process.stderr.write(`SKIPPED: tests that need ${command}, which is not in PATH: ${consequence}.\n`);
  }
}
