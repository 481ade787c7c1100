import { runRules } from "../../../verify/findings/run-rules";
import { rules } from "../../../verify/rules/rules";
import { twoControllers } from "../../support/end-to-end/two-controllers";
import { stacksOf, verifiedEstate } from "../../support/verified";

describe("Services that pipelines deploy with ECS and with CodeDeploy", () => {
  const estate = verifiedEstate(stacksOf(twoControllers()));

  test("have deploy roles", () => {
    const roles = estate.environments.flatMap((environment) => environment.all("aws_iam_role"));
    expect(roles.map(({ address }) => address)).toEqual(
      expect.arrayContaining(["aws_iam_role.orders_deploy_role", "aws_iam_role.carts_deploy_role"]),
    );
  });

  test("break no rule", () => {
    const findings = runRules(estate, rules).flatMap((result) => result.findings);
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ rule, place, got }) => `${rule} ${place}: ${got}`)).toEqual([]);
  });
});
