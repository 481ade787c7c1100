import type { Finding } from "../finding";
import { showText } from "../../../json-files/show-text";
import type { ContainerCheck } from "./container-check";

/** Docker decides by the first word how the rest is run. */
export const healthCommandsStart: ContainerCheck = {
  reads: ["healthCheck"],
  find: (containers) =>
    containers.flatMap(({ healthCheck }, index): Finding[] => {
      const [first = "NONE", ...rest] = healthCheck?.command ?? [];
      if (first === "NONE" || ((first === "CMD" || first === "CMD-SHELL") && rest.length > 0)) return [];
      const must = "must start with CMD or CMD-SHELL, followed by the command";
      const got = rest.length > 0 ? showText(first) : `${showText(first)} alone`;
      const advice = 'Write ["CMD-SHELL", "curl -f http://localhost:8080/health || exit 1"].';
      return [{ path: [index, "healthCheck", "command"], must, got, advice }];
    }),
};
