import { setMaxListeners } from "node:events";

/** Exit code of what a person or a CI has interrupted. */
export const interruptedCode = 130;

export interface Interruptible {
  /** Changes nothing: ends at the first signal. */
  readonly endsAnywhere: boolean;
  /** Told what happens now. */
  readonly say: (text: string) => void;
}

const first =
  "Interrupted: finishes what it must not leave half done, and says what is under way. Once more ends at once.";
const second =
  "Interrupted again: ends here. AWS goes on with what it has begun; ecs-env status says what runs.";

/** npm and npx hand on the signal that the terminal sends to all of them: the second of two so close is the same, milliseconds. */
const sameSignal = 300;

/** Runs work that Ctrl-C (SIGINT) or the end of a CI job (SIGTERM) interrupts: the first aborts, the second ends the process. */
export async function interruptibly<Result>(
  { endsAnywhere, say }: Interruptible,
  work: (interrupted: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  // Each of many services waits for it; Node takes more than ten for a leak, and warns.
  setMaxListeners(0, controller.signal);
  let since = 0;
  const interrupt = () => {
    if (endsAnywhere) process.exit(interruptedCode);
    if (controller.signal.aborted) {
      if (Date.now() - since < sameSignal) return;
      say(second);
      process.exit(interruptedCode);
    }
    since = Date.now();
    say(first);
    controller.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}

/** Ends early when it is interrupted. */
export function sleepUntil(interrupted: AbortSignal): (milliseconds: number) => Promise<void> {
  return (milliseconds) =>
    new Promise((resolve) => {
      if (interrupted.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        interrupted.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      interrupted.addEventListener("abort", end);
    });
}
