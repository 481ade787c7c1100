import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import { parseDeliveryTarget } from "../../contract/parse-delivery-target";
import { ConfigError } from "../../problems/config-error";
import { deliveryTargetSchema } from "../../scripts/delivery-target-schema";
import { aCodeDeployTarget, aDeliveryTarget } from "../support/a-delivery-target";

const committed = readFileSync(join(__dirname, "../../contract/delivery-target.schema.json"), "utf8");

function isAccepted(value: unknown): boolean {
  try {
    parseDeliveryTarget(JSON.stringify(value), "test");
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}

describe("JSON Schema of the delivery target", () => {
  test("is up to date (npm run docs)", () => {
    expect(committed).toBe(deliveryTargetSchema());
  });

  const validate = new Ajv().compile(JSON.parse(committed));
  const { codedeploy } = aCodeDeployTarget();

  test.each([
    ["a rolling service", aDeliveryTarget(), true],
    ["CodeDeploy", aCodeDeployTarget(), true],
    ["fields of a newer writer", { ...aDeliveryTarget(), color: "blue" }, true],
    ["fields of a newer writer in codedeploy", aCodeDeployTarget({ codedeploy: newer() }), true],
    ["no object", [], false],
    ["nothing", {}, false],
    ["a newer version", { ...aDeliveryTarget(), version: 2 }, false],
    ["a version in quotes", { ...aDeliveryTarget(), version: "1" }, false],
    ["no cluster", { ...aDeliveryTarget(), cluster: undefined }, false],
    ["a short account", { ...aDeliveryTarget(), account: "1" }, false],
    ["a port too high", { ...aDeliveryTarget(), containerPort: 70_000 }, false],
    ["a port in quotes", { ...aDeliveryTarget(), containerPort: "8080" }, false],
    ["an empty optional field", { ...aDeliveryTarget(), promotedFrom: null }, false],
    ["an unknown strategy", { ...aDeliveryTarget(), strategy: "big-bang" }, false],
    ["an unknown controller", { ...aDeliveryTarget(), controller: "external" }, false],
    ["a template without revision", { ...aDeliveryTarget(), templateArn: "dev-orders" }, false],
    ["CodeDeploy without its names", { ...aCodeDeployTarget(), codedeploy: undefined }, false],
    ["names of CodeDeploy without it", { ...aDeliveryTarget(), codedeploy }, false],
    ["CodeDeploy as text", { ...aCodeDeployTarget(), codedeploy: "dev-orders" }, false],
    ["CodeDeploy without group", { ...aCodeDeployTarget(), codedeploy: { application: "a" } }, false],
    ["an unknown hook", aCodeDeployTarget({ codedeploy: withHooks({ Later: "x" }) }), false],
    [
      "a hook that is no function",
      aCodeDeployTarget({ codedeploy: withHooks({ AfterInstall: "x" }) }),
      false,
    ],
  ])("agrees with the parser on %s", (_, value, isValid) => {
    const document: unknown = JSON.parse(JSON.stringify(value));
    expect({ schema: validate(document), parser: isAccepted(document) }).toEqual({
      schema: isValid,
      parser: isValid,
    });
  });

  function newer() {
    return { ...withHooks(undefined), region: "us-east-1" };
  }

  function withHooks(hooks: Readonly<Record<string, string>> | undefined) {
    return { application: "dev-orders", deploymentGroup: "dev-orders", ...(hooks && { hooks }) };
  }
});
