import { type Terraform } from "../../terraform/run/terraform";

const said = [
  "Interrupted: Terraform finishes what it has begun and writes its state. Ctrl-C again gives up what it has begun.",
  "Interrupted again: Terraform writes what it knows; what it had begun may be missing in the state. Ctrl-C once more kills it.",
] as const;

/** Passes Ctrl-C and a termination on to Terraform, which then writes what it has done to the state. */
export async function untilInterrupted<Result>(
  terraform: Terraform,
  say: (text: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const interrupt = () => {
    const text = said[terraform.interrupt() - 1];
    if (text !== undefined) say(text);
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    return await work();
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
