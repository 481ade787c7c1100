import {
  promotedServicesRunBefore,
  promotionExists,
  promotionStarts,
} from "../../../../config/checks/estate/promotion";
import { separateDeployers } from "../../../../config/checks/estate/separate-deployers";
import { anEnvironment, aWorker } from "../../../support/an-environment";
import { estateOf } from "../../support/estates";

function chain(links: Readonly<Record<string, string | undefined>>) {
  return estateOf(
    Object.entries(links).map(([name, promotedFrom]) =>
      anEnvironment({ name, ...(promotedFrom !== undefined && { promotedFrom }) }),
    ),
  );
}

describe("promotionExists", () => {
  test("accepts a chain", () => {
    expect(promotionExists(chain({ dev: undefined, sit: "dev", prod: "sit" }))).toEqual([]);
  });

  test("suggests the environment that was meant", () => {
    expect(promotionExists(chain({ dev: undefined, prod: "devel" }))).toMatchObject([
      { where: "prod.promotedFrom", got: '"devel"', advice: 'Did you mean "dev"?' },
    ]);
  });

  test("advises to remove it where there is no other environment", () => {
    expect(promotionExists(chain({ prod: "dev" }))).toMatchObject([{ advice: "Remove it." }]);
  });
});

describe("promotionStarts", () => {
  test("accepts two environments that are promoted from one", () => {
    expect(promotionStarts(chain({ dev: undefined, sit: "dev", uat: "dev" }))).toEqual([]);
  });

  test("refuses an environment that is promoted from itself", () => {
    expect(promotionStarts(chain({ dev: "dev" }))).toMatchObject([
      { where: "dev.promotedFrom", got: "a circle: dev ← dev" },
    ]);
  });

  test("refuses a circle once, whoever leads into it", () => {
    expect(promotionStarts(chain({ prod: "uat", uat: "sit", sit: "dev", dev: "uat" }))).toMatchObject([
      { where: "uat.promotedFrom", got: "a circle: uat ← sit ← dev ← uat" },
    ]);
  });
});

describe("promotedServicesRunBefore", () => {
  const dev = anEnvironment({ name: "dev" });

  test("accepts an environment that runs fewer services", () => {
    const prod = anEnvironment({ name: "prod", promotedFrom: "dev", services: { api: aWorker("api") } });
    expect(promotedServicesRunBefore(estateOf([dev, prod]))).toEqual([]);
  });

  test("refuses a service that the environment before does not run", () => {
    const services = { ...dev.services, mailer: aWorker("mailer") };
    const prod = anEnvironment({ name: "prod", promotedFrom: "dev", services });
    expect(promotedServicesRunBefore(estateOf([dev, prod]))).toMatchObject([
      { where: "prod.services.mailer", got: "no such service in dev" },
    ]);
  });

  test("leaves an environment that there is not to promotionExists", () => {
    expect(promotedServicesRunBefore(chain({ prod: "dev" }))).toEqual([]);
  });
});

describe("separateDeployers", () => {
  const dev = anEnvironment({ name: "dev", account: "111111111111" });

  function prodDeployedBy(account: string) {
    const deployedBy = [{ from: "aws", roleArn: `arn:aws:iam::${account}:role/pipeline` }] as const;
    const services = { mailer: aWorker("mailer", { deployedBy }) };
    return estateOf([dev, anEnvironment({ name: "prod", account: "444444444444", services })]);
  }

  test("refuses a role of another environment", () => {
    expect(separateDeployers(prodDeployedBy("111111111111"))).toMatchObject([
      { where: "prod.services.mailer.deployedBy[0].roleArn", must: expect.stringContaining('"dev"') },
    ]);
  });

  test.each(["444444444444", "999999999999", "555555555555"])("accepts a role of %s", (account) => {
    expect(separateDeployers(prodDeployedBy(account))).toEqual([]);
  });
});
