import { ownWords } from "../../../../config/checks/estate/own-words";
import type { Environment } from "../../../../config/environment";
import { dev, devWithContainers, estateOf, prod } from "../../support/estates";

function withSecret(valueFrom: string): Environment {
  return devWithContainers([{ name: "api", secrets: [{ name: "KEY", valueFrom }] }]);
}

function placesOf(environment: Environment): readonly string[] {
  return ownWords(
    estateOf([environment, prod({ domain: { zone: "example.com", name: "example.com" } })]),
  ).map(({ where }) => where);
}

describe("ownWords", () => {
  test.each(["shop-state", "shop-dev-state", "shop-production-state", "dev-to-prod"])(
    "accepts the bucket %s in dev",
    (bucket) => {
      expect(placesOf(dev({ state: { bucket } }))).toEqual([]);
    },
  );

  test("refuses a bucket that carries the name of another environment", () => {
    expect(placesOf(dev({ state: { bucket: "shop-prod-state" } }))).toEqual(["dev.state.bucket"]);
  });

  test("refuses a host that carries the name of another environment", () => {
    const domain = { zone: "example.com", name: "shop.prod.example.com" };
    expect(placesOf(dev({ domain }))).toEqual(["dev.domain.name"]);
  });

  test.each(["/dev/api/key", "arn:aws:ssm:eu-west-1:111111111111:parameter/dev/key", "shared-key"])(
    "accepts the secret %s in dev",
    (valueFrom) => {
      expect(placesOf(withSecret(valueFrom))).toEqual([]);
    },
  );

  test.each(["/prod/api/key", "arn:aws:ssm:eu-west-1:111111111111:parameter/prod/key"])(
    "refuses the secret %s in dev",
    (valueFrom) => {
      expect(placesOf(withSecret(valueFrom))).toEqual(["dev.services.api container api secret KEY"]);
    },
  );

  test.each([
    ["alarms.names[0]", { strategy: "rolling", alarms: { names: ["prod-latency"] } }],
    [
      "hooks[0].functionArn",
      {
        strategy: "blue-green",
        hooks: [
          {
            functionArn: "arn:aws:lambda:eu-west-1:111111111111:function:prod-smoke",
            stages: ["PRE_SCALE_UP"],
          },
        ],
      },
    ],
  ])("refuses %s of a deployment that carries the name of another environment", (place, deployment) => {
    const environment = dev({ "services.api.deployment": deployment });
    expect(placesOf(environment)).toEqual([`dev.services.api.deployment.${place}`]);
  });

  test("leaves a domain that two environments share to the rule for domains", () => {
    const domain = { zone: "example.com", name: "dev.example.com" };
    expect(ownWords(estateOf([dev({ domain }), prod({ domain })]))).toEqual([]);
  });

  test("leaves a state bucket that two environments share to the rule for states", () => {
    const state = { bucket: "shop-dev-state" };
    expect(ownWords(estateOf([dev({ state }), prod({ state })]))).toEqual([]);
  });
});
