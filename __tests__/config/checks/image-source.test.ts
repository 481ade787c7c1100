import { imageSource } from "../../../config/checks/image-source";
import { placesOf } from "../support/check-cases";
import { devInput, type Changes } from "../support/inputs";

const internet = [{ to: "internet", port: 443, reason: "Public images" }];
const allReachInternet: Changes = {
  "services.web.outbound": internet,
  "services.api.outbound": internet,
  "services.mailer.outbound": internet,
};

describe("imageSource", () => {
  test("accepts the registry of the region", () => {
    expect(placesOf(imageSource, devInput())).toEqual([]);
  });

  test("refuses a registry of another region", () => {
    const input = devInput({ "registry.region": "us-east-1" });
    expect(placesOf(imageSource, input)).toEqual(["registry.region"]);
  });

  test("refuses a public seed image", () => {
    const input = devInput({ "registry.seedImage": "public.ecr.aws/docker/library/busybox:1.36" });
    expect(placesOf(imageSource, input)).toEqual(["registry.seedImage"]);
  });

  test.each([{ "registry.region": "us-east-1" }, { "registry.seedImage": "docker.io/library/busybox:1.36" }])(
    "accepts %j where every service reaches the internet",
    (changes) => {
      expect(placesOf(imageSource, devInput({ ...allReachInternet, ...changes }))).toEqual([]);
    },
  );
});
