/**
 * Runs work that puts away what it has made: Ctrl-C or a termination aborts `interrupted`, the work ends early, and then the
 * process ends by that signal as usual.
 */
export async function interruptible<Result>(
  work: (interrupted: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const received: NodeJS.Signals[] = [];
  const interrupt = (signal: NodeJS.Signals) => {
    received.push(signal);
    controller.abort();
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    const [signal] = received;
    if (signal !== undefined) process.kill(process.pid, signal);
  }
}
