/** An expression that Terraform would refuse, such as `tonumber("a")`; `try` goes on to its next argument. */
export class EvaluationError extends Error {}

/** Thrown by a function whose result depends on something that the files do not tell. */
export class NotTold extends Error {}
