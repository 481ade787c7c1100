/** What goes wrong with the next calls of an operation. */
export interface Fault {
  /** `ecs:UpdateService`; `*` is any. */
  readonly operation: string;
  /**
   * An error of AWS by its code or HTTP status, or what the network does: `reset` breaks the connection before anything happened,
   * `lost-answer` after it took effect, `hang` never answers.
   */
  readonly error?: string | number;
  /** Milliseconds before the answer. */
  readonly latency?: number;
  /** Calls that it happens to. @default 1 */
  readonly times?: number;
  /** Calls before the first one that it happens to. @default 0 */
  readonly after?: number;
  /** What somebody else does just before. */
  readonly meanwhile?: () => void;
}

interface FaultError {
  readonly status: number;
  readonly message: string;
}

/** Messages of errors that any operation can give. */
const errors = {
  ThrottlingException: { status: 400, message: "Rate exceeded" },
  AccessDeniedException: { status: 400, message: "You are not authorized to perform this action." },
  ExpiredTokenException: {
    status: 400,
    message: "The security token included in the request is expired",
  },
  ServerException: { status: 500, message: "Service Unavailable. Please try again later." },
} as const satisfies Record<string, FaultError>;

export function faultError(code: string | number): FaultError & { readonly code: string } {
  if (typeof code === "number") return { code: "InternalFailure", status: code, message: "Internal Failure" };
  const known: Readonly<Record<string, FaultError>> = errors;
  return { code, ...(known[code] ?? { status: 400, message: code }) };
}

/** The faults that are still to happen. */
export class Faults {
  private planned: { readonly fault: Fault; after: number; times: number }[] = [];

  add(fault: Fault): void {
    this.planned.push({ fault, after: fault.after ?? 0, times: fault.times ?? 1 });
  }

  clear(): void {
    this.planned = [];
  }

  /** The fault of this call, if it has one. */
  take(operation: string): Fault | undefined {
    for (const plan of this.planned) {
      if (plan.fault.operation !== operation && plan.fault.operation !== "*") continue;
      if (plan.after > 0) {
        plan.after -= 1;
        continue;
      }
      plan.times -= 1;
      this.planned = this.planned.filter(({ times }) => times > 0);
      return plan.fault;
    }
    return undefined;
  }
}
