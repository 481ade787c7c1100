import { orders, proxy, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

const router = (options?: Record<string, string>) => ({
  ...proxy,
  firelensConfiguration: { type: "fluentbit", options },
});
const logging = (logDriver: string) => ({ ...orders, logConfiguration: { logDriver } });

describe("log configuration", () => {
  test("may send logs to the log router of the task", () => {
    expect(complaints([logging("awsfirelens"), router()])).toEqual([]);
  });

  test.each(["awslogs", "awsfirelens"])("is absent in a task without log router: %s", (driver) => {
    expect(complaints([logging(driver)])).toEqual([
      "containers[0].logConfiguration must be absent, because the library adds the awslogs driver with the log group of the service",
    ]);
  });

  test("names no other driver beside a log router", () => {
    expect(complaints([logging("splunk"), router()])).toEqual([
      'containers[0].logConfiguration.logDriver must be "awsfirelens" in a task with a log router',
    ]);
  });

  test("is absent from the log router itself", () => {
    expect(complaints([orders, { ...router(), logConfiguration: { logDriver: "awsfirelens" } }])).toEqual([
      "containers[1].logConfiguration must be absent from the log router, because the library sends its own logs to CloudWatch",
    ]);
  });
});

describe("log router", () => {
  test("is there once", () => {
    expect(complaints([orders, router(), { ...router(), name: "second" }])).toEqual([
      "containers[2].firelensConfiguration must be in one container of the task only",
    ]);
  });

  test.each([undefined, { "config-file-type": "file" }])("may have the options %j", (options) => {
    expect(complaints([orders, router(options)])).toEqual([]);
  });

  test("reads no settings from S3", () => {
    expect(complaints([orders, router({ "config-file-type": "s3" })])).toEqual([
      'containers[1].firelensConfiguration.options.config-file-type must be "file" on Fargate',
    ]);
  });
});
