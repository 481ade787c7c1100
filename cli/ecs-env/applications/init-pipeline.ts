import { PlainError } from "../plain-error";

/** `ecs-env init pipeline`. */
export const initPipeline = (): Promise<number> => Promise.reject(new PlainError("being built"));
