import { type Program } from "./program";

export const history: Program = () => Promise.reject(new Error("being built"));
