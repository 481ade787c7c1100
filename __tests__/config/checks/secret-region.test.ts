import { secretRegion } from "../../../config/checks/secret-region";
import type { ServiceDraft } from "../../../config/draft";
import { devInput, draftOf } from "../support/inputs";

function placesFor(valueFrom: string): readonly string[] {
  const draft = draftOf(devInput());
  const api = draft.services?.get("api") as ServiceDraft;
  const containers = [{ name: "api", secrets: [{ name: "KEY", valueFrom }] }];
  return secretRegion({ ...draft, services: new Map([["api", { ...api, containers }]]) }).map(
    ({ where }) => where,
  );
}

describe("secretRegion", () => {
  test.each([
    "arn:aws:ssm:eu-west-1:111111111111:parameter/dev/key",
    "arn:aws:secretsmanager:eu-west-1:111111111111:secret:key-abcdef",
    "/dev/key",
  ])("accepts %s", (valueFrom) => {
    expect(placesFor(valueFrom)).toEqual([]);
  });

  test.each([
    "arn:aws:ssm:us-east-1:111111111111:parameter/dev/key",
    "arn:aws:secretsmanager:us-east-1:111111111111:secret:key-abcdef",
  ])("refuses %s, of another region", (valueFrom) => {
    expect(placesFor(valueFrom)).toEqual(["environments/dev/api.json containers[0].secrets[0].valueFrom"]);
  });
});
