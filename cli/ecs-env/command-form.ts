import { type OptionName } from "./option-forms";

/** What may follow the name of a command. */
export interface CommandForm {
  readonly about: string;
  /** Words for what it takes, in order; those in brackets may be left out. */
  readonly takes: readonly string[];
  readonly options: readonly OptionName[];
  /** Those that must be given. */
  readonly requires?: readonly OptionName[];
  /** Values of `--format`. */
  readonly formats?: readonly string[];
  /** Example of the command that follows `--`, which must be there; without it nothing may follow. */
  readonly runs?: string;
  /** Lines at the end of its help. */
  readonly notes?: readonly string[];
}
