import { orders, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

const account = "111111111111";
const from = (valueFrom: string) => [{ ...orders, secrets: [{ name: "KEY", valueFrom }] }];

describe("secret", () => {
  test.each([
    `arn:aws:ssm:eu-west-1:${account}:parameter/dev/key`,
    `arn:aws:secretsmanager:eu-west-1:${account}:secret:dev/key-AbCdEf`,
    `arn:aws:secretsmanager:eu-west-1:${account}:secret:dev/key-AbCdEf:json:AWSCURRENT:`,
    "/dev/key",
  ])("may be %s", (valueFrom) => {
    expect(complaints(from(valueFrom), { account })).toEqual([]);
  });

  test.each([
    "arn:aws:ssm:eu-west-1:222222222222:parameter/sit/key",
    "arn:aws:secretsmanager:eu-west-1:222222222222:secret:sit/key-AbCdEf",
  ])("is in the account of the environment, unlike %s", (valueFrom) => {
    expect(complaints(from(valueFrom), { account })).toEqual([
      `containers[0].secrets[0].valueFrom must be in the account of the environment, ${account}`,
    ]);
  });

  test.each([
    `arn:aws:ssm:us-east-1:${account}:parameter/dev/key`,
    `arn:aws:secretsmanager:us-east-1:${account}:secret:dev/key-AbCdEf`,
  ])("is in the region of the environment, unlike %s", (valueFrom) => {
    expect(complaints(from(valueFrom), { account, region: "eu-west-1" })).toEqual([
      "containers[0].secrets[0].valueFrom must be in the region of the environment, eu-west-1",
    ]);
  });

  test.each([`arn:aws:ssm:eu-west-1:${account}:parameter/dev/key`, "/dev/key"])(
    "of the region may be %s",
    (valueFrom) => {
      expect(complaints(from(valueFrom), { region: "eu-west-1" })).toEqual([]);
    },
  );

  test("is not compared with an unknown region", () => {
    expect(complaints(from(`arn:aws:ssm:us-east-1:${account}:parameter/dev/key`))).toEqual([]);
  });

  test("is not compared with an unknown account", () => {
    expect(complaints(from("arn:aws:ssm:eu-west-1:222222222222:parameter/sit/key"))).toEqual([]);
  });

  test.each([
    "",
    "hunter2hunter2",
    "dev/key",
    "/dev/a key",
    "arn:aws:ssm:eu-west-1:1111:parameter/dev/key",
    "arn:aws:secretsmanager:eu-west-1:111111111111:secret:dev/key-AbCdEf:json",
    "arn:aws:s3:::bucket/key",
    "${aws_ssm_parameter.key.arn}",
  ])("refers to SSM or Secrets Manager, unlike %j", (valueFrom) => {
    expect(complaints(from(valueFrom))).toEqual([
      "containers[0].secrets[0].valueFrom must refer to an SSM parameter or a Secrets Manager secret",
    ]);
  });

  test("is not shown when it is no reference, because it may be the secret itself", () => {
    expect(JSON.stringify(environments.read(from("hunter2hunter2")).problems)).not.toContain("hunter2");
  });
});
