import { type Program } from "./program";

export const run: Program = () => Promise.reject(new Error("being built"));
