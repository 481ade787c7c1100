import { booleanOf, isPlain, isUnset, itemsOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { attributeOf } from "../attribute-rule";
import { containerRule } from "./container-rule";

/** Capabilities that lead out of the container, as all of them together do; Fargate gives none of these. */
const asPrivileged = /^(CAP_)?(ALL|BPF|DAC_READ_SEARCH|SYS_ADMIN|SYS_MODULE|SYS_RAWIO)$/i;

const added = "linuxParameters.capabilities.add";

export const containersAreNotPrivileged = containerRule({
  id: "containers-are-not-privileged",
  title: "Containers are not privileged",
  severity: "error",
  controls: ["ECS.4", "CKV_AWS_334"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4",
  why: "A privileged container is root on the machine that it runs on, and so on all other containers there.",
  fix: "Leave `privileged` out; add single capabilities in `linuxParameters` where one is needed, but none that makes it as strong.",
  wrong: ({ values }) => {
    const { privileged } = values;
    const isOff = isUnset(privileged) || booleanOf(privileged) === false;
    const strong = itemsOf(attributeOf(values, added)).filter(
      (one) => isPlain(one) && asPrivileged.test(String(one)),
    );
    return [
      ...(isOff ? [] : [{ attribute: "privileged", must: "must be false", got: showValue(privileged) }]),
      ...strong.map((one) => ({
        attribute: added,
        must: "must not lead out of the container",
        got: showValue(one),
      })),
    ];
  },
});
