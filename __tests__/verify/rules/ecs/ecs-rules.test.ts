import { ecsRules } from "../../../../verify/rules/ecs/rules";
import { describeRules, findingsInOurs } from "../../../support/rule-cases";
import { containerCases } from "./container-cases";
import { serviceCases } from "./service-cases";

describeRules(ecsRules, { ...serviceCases, ...containerCases });

test("our own environments keep the rules about ECS", () => {
  expect(findingsInOurs(ecsRules)).toEqual([]);
});
