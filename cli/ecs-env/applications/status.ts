import { type Program } from "./program";

export const status: Program = () => Promise.reject(new Error("being built"));
