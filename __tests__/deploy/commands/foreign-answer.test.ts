import { createServer, type Server } from "node:http";
import { DeliveryRig } from "./delivery-rig";

let rig: DeliveryRig;
let portal: Server;
beforeEach(async () => {
  rig = await DeliveryRig.start();
  rig.addService();
  portal = createServer((_, response) => response.end("<html>Sign in to the network</html>"));
  await new Promise<void>((listening) => portal.listen(0, "127.0.0.1", listening));
});
afterEach(async () => {
  await rig.stop();
  await new Promise((closed) => portal.close(closed));
});

describe("an answer that is not AWS's", () => {
  test("is a precondition that does not hold, with advice", async () => {
    const address = portal.address();
    if (address === null || typeof address === "string") throw new Error("the portal does not listen");
    process.env["AWS_ENDPOINT_URL"] = `http://127.0.0.1:${address.port}`;
    const { outcome, problems } = await rig.deploy("abc123", {
      access: { region: "eu-west-1", maxAttempts: 1 },
    });
    expect({ outcome, problems }).toMatchObject({
      outcome: "precondition",
      problems: [{ must: "must be answered by AWS itself", advice: expect.stringContaining("HTTPS_PROXY") }],
    });
  });
});
