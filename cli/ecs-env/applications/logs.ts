import { type Program } from "./program";

export const logs: Program = () => Promise.reject(new Error("being built"));
