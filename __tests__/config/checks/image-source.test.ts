import { imageSource } from "../../../config/checks/image-source";
import type { ServiceDraft } from "../../../config/draft";
import { placesOf } from "../support/check-cases";
import { devInput, draftOf, type Changes } from "../support/inputs";

const internet = [{ to: "internet", port: 443, reason: "Public images" }];
const allReachInternet: Changes = {
  "services.web.outbound": internet,
  "services.api.outbound": internet,
  "services.mailer.outbound": internet,
};

function placesForImage(image: string, changes: Changes = {}): readonly string[] {
  const draft = draftOf(devInput(changes));
  const api = draft.services?.get("api") as ServiceDraft;
  const containers = [{ name: "api" }, { name: "proxy", image }];
  return imageSource({ ...draft, services: new Map([["api", { ...api, containers }]]) }).map(
    ({ where }) => where,
  );
}

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

  test("accepts a sidecar of a private registry of the region", () => {
    expect(placesForImage("888888888888.dkr.ecr.eu-west-1.amazonaws.com/proxy:1")).toEqual([]);
  });

  test.each([
    "nginx:1.27",
    "public.ecr.aws/nginx/nginx:1.27",
    "888888888888.dkr.ecr.us-east-1.amazonaws.com/proxy:1",
    "evil.dkr.ecr.eu-west-1.amazonaws.com/proxy:1",
  ])("refuses the sidecar %s", (image) => {
    expect(placesForImage(image)).toEqual(["environments/dev/api.json containers[1].image"]);
  });

  test("refuses a public sidecar of a service that reaches the internet on another port only", () => {
    const outbound = [{ to: "internet", port: 80, reason: "Plain" }];
    const places = placesForImage("nginx:1.27", { "services.api.outbound": outbound });
    expect(places).toEqual(["environments/dev/api.json containers[1].image"]);
  });

  test("accepts a public sidecar of a service that reaches the internet", () => {
    expect(placesForImage("nginx:1.27", allReachInternet)).toEqual([]);
  });
});
