import fc from "fast-check";
import { deliveryTargetFields } from "../../contract/delivery-target-fields";
import { parseDeliveryTarget, readDeliveryTarget } from "../../contract/parse-delivery-target";
import { ConfigError } from "../../problems/config-error";
import type { Problem } from "../../problems/problem";
import { aCodeDeployTarget, aDeliveryTarget } from "../support/a-delivery-target";

const source = "SSM parameter /delivery/dev/orders";

function errorOf(text: string): ConfigError | undefined {
  try {
    parseDeliveryTarget(text, source);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

function problemsOf(value: unknown): readonly Problem[] {
  return errorOf(JSON.stringify(value))?.problems ?? [];
}

function placesOf(value: unknown): readonly string[] {
  return problemsOf(value).map(({ where }) => where);
}

/** A valid document with one field replaced, or removed where the value is undefined. */
function withField(field: string, value: unknown): object {
  return { ...aDeliveryTarget(), [field]: value };
}

describe("parseDeliveryTarget", () => {
  test.each([
    ["rolling", aDeliveryTarget()],
    ["CodeDeploy", aCodeDeployTarget()],
    ["blue-green", aDeliveryTarget({ strategy: "blue-green" })],
    ["promoted", aDeliveryTarget({ promotedFrom: "sit" })],
  ])("accepts a document of a %s service as it is", (_, target) => {
    expect(parseDeliveryTarget(JSON.stringify(target), source)).toEqual(target);
  });

  test("accepts a worker without port and push role", () => {
    const worker = { ...aDeliveryTarget(), containerPort: undefined, pushRoleArn: undefined };
    expect(problemsOf(worker)).toEqual([]);
  });

  test("says what is wrong, all at once", () => {
    const broken = {
      ...aDeliveryTarget(),
      account: 111111111111,
      cluster: undefined,
      containerPort: 0,
      strategy: "big-bang",
    };
    expect(errorOf(JSON.stringify(broken))?.message).toMatchInlineSnapshot(`
     "SSM parameter /delivery/dev/orders: 4 problems
       account        must be an AWS account id of 12 digits, got 111111111111. Use for example "111111111111".
       cluster        must be given, got nothing. Terraform writes this document: apply the services stack again, or correct the copy that you made.
       containerPort  must be a whole number from 1 to 65535, got 0. Terraform writes this document: apply the services stack again, or correct the copy that you made.
       strategy       must be "rolling", "blue-green", "canary" or "linear", got "big-bang". If a newer Terraform project wrote it, install a newer ecs-env; otherwise correct it."
    `);
  });

  test("names a newer version and nothing else", () => {
    expect(errorOf('{ "version": 2, "target": "elsewhere" }')?.message).toMatchInlineSnapshot(`
     "SSM parameter /delivery/dev/orders: 1 problem
       version  must be 1, which this ecs-env knows, got 2. Install a newer ecs-env: the Terraform project that wrote this is ahead of it."
    `);
  });

  test.each([[undefined], ["1"], [0], [1.5], [null]])("refuses the version %p", (version) => {
    expect(problemsOf(withField("version", version))).toMatchObject([
      { where: "version", advice: expect.stringContaining("Check that this is a delivery target") },
    ]);
  });

  test.each([
    ["nothing", ""],
    ["other text", "password=hunter2"],
    ["other text", '{"version": 1,'],
  ])("refuses %s instead of JSON, without repeating it", (got, text) => {
    expect(errorOf(text)?.problems).toMatchObject([{ where: "(document)", must: "must be JSON", got }]);
  });

  test("refuses more text than any delivery target has", () => {
    expect(errorOf(" ".repeat(70_000))?.message).toContain("got 70000 characters");
  });

  test.each([[null], [[]], ["text"], [1], [true]])("refuses %p instead of an object", (value) => {
    expect(problemsOf(value)).toMatchObject([{ where: "(document)", must: "must be an object" }]);
  });

  test.each(Object.entries(deliveryTargetFields))("refuses %s of another type", (field) => {
    expect(placesOf(withField(field, [1]))).toContain(field);
  });

  test.each(
    Object.entries(deliveryTargetFields).flatMap(([field, rule]) => ("isOptional" in rule ? [] : [field])),
  )("refuses a document without %s", (field) => {
    expect(problemsOf(withField(field, undefined))).toMatchObject([{ where: field, must: "must be given" }]);
  });

  test.each([
    ["environment", "Dev"],
    ["service", "orders_1"],
    ["account", "11111111111"],
    ["region", "Ireland"],
    ["cluster", "arn:aws:ecs:eu-west-1:111111111111:cluster/dev"],
    ["serviceName", ""],
    ["templateArn", "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-orders"],
    ["containerPort", 65_536],
    ["containerPort", 80.5],
    ["repositoryUrl", "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders:dev"],
    ["imageTag", "-dev"],
    ["deployRoleArn", "arn:aws:iam::111111111111:user/dev"],
    ["controller", "external"],
  ])("refuses %s %p", (field, value) => {
    expect(placesOf(withField(field, value))).toEqual([field]);
  });

  test("refuses a hook at a stage that CodeDeploy does not have", () => {
    const hooks = { AfterTestTraffic: "arn:aws:lambda:eu-west-1:111111111111:function:smoke" };
    expect(problemsOf(aCodeDeployTarget({ codedeploy: { ...named, hooks } }))).toMatchObject([
      { where: "codedeploy.hooks.AfterTestTraffic", advice: 'Did you mean "AfterAllowTestTraffic"?' },
    ]);
  });

  test("takes constructor and the like for no fields", () => {
    const target = { ...aDeliveryTarget(), service: undefined, constructor: { service: "orders" } };
    expect(placesOf(target)).toEqual(["service"]);
  });

  test("reads what Vault has parsed already", () => {
    expect(readDeliveryTarget(aDeliveryTarget(), "Vault secret/delivery/dev/orders")).toEqual(
      aDeliveryTarget(),
    );
  });
});

const named = { application: "dev-orders", deploymentGroup: "dev-orders" };

describe("contradiction", () => {
  const other = "arn:aws:lambda:us-east-1:111111111111:function:smoke";
  test.each([
    ["codedeploy", "is missing", aDeliveryTarget({ strategy: "canary", controller: "codedeploy" })],
    ["codedeploy", "is one too many", aDeliveryTarget({ codedeploy: named })],
    ["controller", "cannot roll", aCodeDeployTarget({ strategy: "rolling" })],
    ["containerPort", "is missing", { ...aDeliveryTarget({ strategy: "linear" }), containerPort: undefined }],
    ["promotedFrom", "is the environment itself", aDeliveryTarget({ promotedFrom: "dev" })],
    ["templateArn", "is of another family", aDeliveryTarget({ taskFamily: "dev-shop" })],
    ["templateArn", "is of another account", template("eu-west-1:222222222222")],
    ["templateArn", "is of another region", template("us-east-1:111111111111")],
    ["deployRoleArn", "is of another account", role("deployRoleArn", "222222222222")],
    ["pushRoleArn", "is of another account than the repository", role("pushRoleArn", "111111111111")],
    [
      "codedeploy.hooks.AfterAllowTestTraffic",
      "is of another region",
      aCodeDeployTarget({ codedeploy: { ...named, hooks: { AfterAllowTestTraffic: other } } }),
    ],
  ])("%s %s", (where, _, target) => {
    expect(placesOf(target)).toEqual([where]);
  });

  test("is told with all others", () => {
    const target = aDeliveryTarget({ codedeploy: named, promotedFrom: "dev", taskFamily: "x" });
    expect(placesOf(target)).toEqual(["codedeploy", "promotedFrom", "templateArn"]);
  });

  function template(place: string) {
    return aDeliveryTarget({ templateArn: `arn:aws:ecs:${place}:task-definition/dev-orders:12` });
  }

  function role(field: "deployRoleArn" | "pushRoleArn", account: string) {
    return aDeliveryTarget({ [field]: `arn:aws:iam::${account}:role/other` });
  }
});

describe("old reader", () => {
  const known = [...Object.keys(deliveryTargetFields), "version"];
  const newFields = fc.dictionary(
    fc.string().filter((key) => !known.includes(key)),
    fc.jsonValue(),
  );

  test("accepts every document of a newer writer that only adds fields, and keeps the known ones", () => {
    fc.assert(
      fc.property(newFields, newFields, (added, addedToCodeDeploy) => {
        const target = aCodeDeployTarget();
        const codedeploy = { ...addedToCodeDeploy, ...target.codedeploy };
        const newer = { ...added, ...target, codedeploy };
        expect(parseDeliveryTarget(JSON.stringify(newer), source)).toMatchObject(target);
      }),
    );
  });

  test("refuses every newer version with one problem, whatever the document holds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2 }), newFields, (version, fields) => {
        expect(problemsOf({ ...fields, version })).toMatchObject([
          { where: "version", advice: expect.stringContaining("Install a newer ecs-env") },
        ]);
      }),
    );
  });

  test("never throws anything but its own error", () => {
    fc.assert(fc.property(fc.string(), (text) => expect(errorOf(text)).toBeInstanceOf(ConfigError)));
    fc.assert(
      fc.property(fc.constantFrom(...known), fc.jsonValue(), (field, value) => {
        expect(problemsOf({ ...aCodeDeployTarget(), [field]: value })).toBeInstanceOf(Array);
      }),
    );
  });
});
