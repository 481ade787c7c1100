import type { ContainerFileContext } from "../container-file-context";
import type { CheckedContainer } from "../container-schema";
import type { Finding } from "../finding";

/** A rule between fields or containers. It is skipped while one of the fields it reads has a wrong shape. */
export interface ContainerCheck {
  readonly reads: readonly (keyof CheckedContainer)[];
  readonly find: (containers: readonly CheckedContainer[], context: ContainerFileContext) => Finding[];
}
