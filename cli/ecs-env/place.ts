import { type Workplace } from "../../terraform/flow/workplace";

/** Where a command works: AWS, or a world that stands for it. */
export interface Place {
  readonly workplace: Workplace;
  /** Variables for Terraform. */
  readonly env: Readonly<Record<string, string>>;
  /** What was taken for granted. */
  assumptions(): readonly string[];
  /** Afterwards, whatever happened. */
  leave(): Promise<void>;
}
