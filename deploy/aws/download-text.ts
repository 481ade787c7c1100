import { clientOptions } from "./client-options";
import type { AwsConnection } from "./connect-aws";

const pauseMilliseconds = 200;

/** Text behind a URL that AWS signed; tried as often as the SDK tries a call. The URL grants access, so that no error shows it. */
export async function downloadText(url: string, connection: AwsConnection): Promise<string> {
  const { maxAttempts, requestHandler } = clientOptions(connection);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(requestHandler.requestTimeout) });
      if (answer.ok) return await answer.text();
      if (answer.status < 500 || attempt >= maxAttempts) throw new Refused(answer.status);
    } catch (error) {
      if (error instanceof Refused || attempt >= maxAttempts) {
        const reason = error instanceof Error ? error.message : "no reason given";
        throw new Error(`The registry's storage does not hand out the image's configuration: ${reason}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds * attempt * (0.5 + Math.random())));
  }
}

class Refused extends Error {
  constructor(status: number) {
    super(`HTTP status ${status}`);
  }
}
