import { interfaceEndpoints } from "../../config/interface-endpoints";
import type { ServiceDraft } from "../../config/draft";
import { devInput, draftOf, type Changes } from "./support/inputs";

const always = ["ecr.api", "ecr.dkr", "logs"];
const withoutDatabase = { databases: undefined, "services.api.databases": undefined };

function endpointsOf(changes: Changes) {
  return interfaceEndpoints(draftOf(devInput({ ...withoutDatabase, ...changes })));
}

function endpointsWithSecret(valueFrom: string) {
  const draft = draftOf(devInput(withoutDatabase));
  const api = draft.services?.get("api") as ServiceDraft;
  const containers = [{ name: "api", secrets: [{ name: "KEY", valueFrom }] }];
  return interfaceEndpoints({ ...draft, services: new Map([["api", { ...api, containers }]]) });
}

describe("interfaceEndpoints", () => {
  test("are those for images and logs in any case", () => {
    expect(endpointsOf({})).toEqual(always);
  });

  test("are there with a NAT too", () => {
    expect(endpointsOf({ "network.nat": "per-zone" })).toEqual(always);
  });

  test("include Secrets Manager for the password of a database", () => {
    const changes = { databases: { main: { engine: "mysql" } }, "services.api.databases": ["main"] };
    expect(endpointsOf(changes)).toEqual([...always, "secretsmanager"]);
  });

  test("include Secrets Manager for its secrets", () => {
    const secret = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:key-abcdef";
    expect(endpointsWithSecret(secret)).toEqual([...always, "secretsmanager"]);
  });

  test.each(["arn:aws:ssm:eu-west-1:111111111111:parameter/key", "/dev/key"])(
    "include SSM for the parameter %s",
    (secret) => {
      expect(endpointsWithSecret(secret)).toEqual([...always, "ssm"]);
    },
  );

  test("include those of exec sessions where one service has exec", () => {
    expect(endpointsOf({ "services.mailer.exec": true })).toEqual([...always, "ssmmessages", "kms"]);
  });

  test("include what is asked for, once", () => {
    expect(endpointsOf({ "network.endpoints": ["sqs", "logs"] })).toEqual([...always, "sqs"]);
  });
});
