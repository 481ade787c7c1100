import { type Program } from "./program";

export const wait: Program = () => Promise.reject(new Error("being built"));
