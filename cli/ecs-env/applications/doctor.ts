import { type Program } from "./program";

export const doctor: Program = () => Promise.reject(new Error("being built"));
