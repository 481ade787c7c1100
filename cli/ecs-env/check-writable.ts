import { accessSync, constants, mkdirSync } from "node:fs";
import { ConfigError } from "../../problems/config-error";

/** Makes a folder unless it is there. @throws ConfigError where that, or writing to it, is not allowed; `option` names another. */
export function checkWritable(folder: string, option: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    const advice = `Give yourself the right to write there, or name another folder by ${option}.`;
    throw new ConfigError("ecs-env", [
      { where: folder, must: "must be a folder that can be written", got, advice },
    ]);
  }
}
