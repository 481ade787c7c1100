import { resourceNames } from "../../../config/checks/resource-names";
import { regions } from "../../../limits/regions";
import { accessLogBucketName, nameLimits } from "../../../limits/resource-names";
import { placesOf, saysOf } from "../support/check-cases";
import { changed, devInput } from "../support/inputs";

describe("resourceNames", () => {
  test("accepts names that leave room", () => {
    expect(placesOf(resourceNames, devInput())).toEqual([]);
  });

  test("accepts a target group name of 32 characters", () => {
    const input = devInput({ [`services.${"s".repeat(23)}`]: { kind: "backend" } });
    expect(placesOf(resourceNames, input)).toEqual([]);
  });

  test("refuses a target group name of 33", () => {
    const name = "s".repeat(24);
    const input = devInput({ [`services.${name}`]: { kind: "backend" } });
    expect(saysOf(resourceNames, input)[0]).toMatch(
      `services.${name} must give a target group name of at most 32 characters, got "dev-${name}-`,
    );
  });

  test("refuses a service of one letter, whose image repository ECR would not make", () => {
    expect(saysOf(resourceNames, devInput({ "services.a": { kind: "worker" } }))).toEqual([
      'services.a must give an image repository name of at least 2 characters, got "a". Write the name in full.',
    ]);
  });

  test("accepts a service of two letters", () => {
    expect(placesOf(resourceNames, devInput({ "services.ui": { kind: "worker" } }))).toEqual([]);
  });

  test("accepts a longer name for a worker, which has no target group", () => {
    const input = devInput({ [`services.${"s".repeat(40)}`]: { kind: "worker" } });
    expect(placesOf(resourceNames, input)).toEqual([]);
  });

  test("refuses a role name of 65 characters", () => {
    const name = "s".repeat(31);
    const input = devInput({ name: "e".repeat(23), [`services.${name}`]: { kind: "worker" } });
    expect(saysOf(resourceNames, input)).toContainEqual(
      expect.stringMatching(/must give a role name of at most 64/),
    );
  });

  test("refuses a load balancer name of 33 characters, and nothing that follows from it", () => {
    const input = changed(devInput(), { name: "e".repeat(24) });
    expect(saysOf(resourceNames, input)).toEqual([
      `name must give a load balancer name of at most 32 characters, got "${"e".repeat(24)}-internal" (33). Shorten it by 1.`,
    ]);
  });

  test.each(regions)("leaves room for the name of the access log bucket in %s", (region) => {
    const longest = "e".repeat(23);
    expect(placesOf(resourceNames, devInput({ name: longest }))).not.toContain("name");
    expect(accessLogBucketName(longest, "111111111111", region).length).toBeLessThanOrEqual(
      nameLimits.bucket,
    );
  });

  test("refuses a role name of a database that is too long", () => {
    const name = "d".repeat(40);
    const input = devInput({ name: "e".repeat(14), [`databases.${name}`]: { engine: "mysql" } });
    expect(placesOf(resourceNames, input)).toEqual([`databases.${name}`]);
  });
});
