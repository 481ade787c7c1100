import type { DeliveryTarget } from "../../../contract/delivery-target";
import { locate } from "../../../deploy/target/locate";
import type { TargetSource } from "../../../deploy/target/target-source";
import { LocalAws } from "../../support/local-aws/local-aws";

const name = { environment: "dev", service: "orders" };
const readWebIdentityToken = () => Promise.resolve("the token");
const before = { ...process.env };

let aws: LocalAws;
let target: DeliveryTarget;

/** A service whose deployments wait so long on purpose, and a role that takes the CI's token. */
async function aService(shiftMinutes: number): Promise<void> {
  aws = await LocalAws.start();
  target = aws.addService({ name: "orders", target: { shiftMinutes } }).target;
  aws.trust(target.deployRoleArn, { webIdentity: (token) => token === "the token" });
  Object.assign(process.env, aws.env);
}

afterEach(async () => {
  process.env = { ...before };
  await aws.stop();
});

async function callerBy(source: TargetSource, webIdentityRoleArn?: string): Promise<string> {
  const access = { readWebIdentityToken, ...(webIdentityRoleArn && { webIdentityRoleArn }) };
  const located = await locate(name, source, access);
  return (await located.aws.identity()).arn;
}

const sessions = () =>
  aws.calls
    .filter(({ operation }) => operation === "sts:AssumeRoleWithWebIdentity")
    .map(({ input }) => Reflect.get(Object(input), "DurationSeconds"));

const inFile = (): TargetSource => ({
  kind: "files",
  files: [{ path: "orders.json", text: JSON.stringify(target) }],
});

describe("A CI's token", () => {
  test("is exchanged for the role of a target that was found without AWS", async () => {
    await aService(0);
    expect(await callerBy(inFile())).toContain("dev-orders-deploy");
  });

  test("is not needed where the parameter was read with credentials", async () => {
    await aService(0);
    expect(await callerBy({ kind: "parameter" })).not.toContain("dev-orders-deploy");
  });

  test("gives a session as long as a long deployment", async () => {
    await aService(100);
    await callerBy({ kind: "parameter" }, target.deployRoleArn);
    expect(sessions().map(Number)).toEqual([3 * 3600]);
  });

  test("is left to the SDK for what an hour is enough for", async () => {
    await aService(10);
    await callerBy({ kind: "parameter" }, target.deployRoleArn);
    expect(sessions()).toEqual([]);
  });

  test("for another role than the target's is left to the SDK", async () => {
    await aService(100);
    await callerBy({ kind: "parameter" }, "arn:aws:iam::111111111111:role/other");
    expect(sessions()).toEqual([]);
  });
});
