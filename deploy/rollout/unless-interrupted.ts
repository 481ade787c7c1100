/**
 * An interrupted command must end in seconds; attempts at a call that hangs may take minutes.
 *
 * @param grace how long an interruption still waits, milliseconds
 */
export async function unlessInterrupted<Answer>(
  call: Promise<Answer>,
  signal: AbortSignal,
  grace = 0,
): Promise<Answer | undefined> {
  let ending: NodeJS.Timeout | undefined;
  let onAbort: () => void = () => undefined;
  const interruption = new Promise<undefined>((resolve) => {
    onAbort = () => {
      if (grace === 0) resolve(undefined);
      else ending = setTimeout(() => resolve(undefined), grace);
    };
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([call, interruption]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    clearTimeout(ending);
    // Nobody waits for it any more: its late error must not end the process.
    call.catch(() => undefined);
  }
}
