import { stopStackCapture } from "../stacks/stop-stack-capture";

/** Set to anything, this variable keeps the stack traces of tokens, to find out where a broken token was made. */
export const keepTracesVariable = "CDKTF_TOKEN_STACK_TRACES";

/** Makes synthesis fast, and says so when that was not possible. */
export function prepareProcess(env: NodeJS.ProcessEnv): void {
  if (env[keepTracesVariable]) return;
  const capture = stopStackCapture();
  if (!capture.isStopped) console.error(`Synthesis is slower than it could be: ${capture.reason}.`);
}
