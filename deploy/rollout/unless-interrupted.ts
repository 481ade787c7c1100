/** An interrupted command must end in seconds; attempts at a call that hangs may take minutes. */
export async function unlessInterrupted<Answer>(
  call: Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  let onAbort: () => void = () => undefined;
  const interruption = new Promise<undefined>((resolve) => {
    onAbort = () => resolve(undefined);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([call, interruption]);
  } finally {
    signal.removeEventListener("abort", onAbort);
    // Nobody waits for it any more: its late error must not end the process.
    call.catch(() => undefined);
  }
}
