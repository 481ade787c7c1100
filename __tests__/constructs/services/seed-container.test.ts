import { seedContainer } from "../../../constructs/services/seed-container";

function seed(path: string, port = 8080) {
  return seedContainer({ service: "orders", image: "registry/seed:1", healthCheck: { port, path } });
}

describe("The seed of a service behind a load balancer", () => {
  test("has the name of the application container", () => {
    expect(seed("/health")).toMatchObject({ name: "orders", image: "registry/seed:1" });
  });

  test.each([
    ["/health", "/health"],
    ["/", "/"],
    ["/health?deep=1", "/health"],
  ])("that is asked for %s serves %s", (path, served) => {
    expect(seed(path).environment).toContainEqual({ name: "SEED_PATH", value: served });
  });

  test("serves on the service's port", () => {
    expect(seed("/health", 9000).environment).toContainEqual({ name: "SEED_PORT", value: "9000" });
  });

  test("has an init process, so that it stops when asked", () => {
    expect(seed("/")).toMatchObject({ linuxParameters: { initProcessEnabled: true } });
  });

  test("writes nowhere but under /tmp", () => {
    expect(String(seed("/health")["command"])).not.toMatch(/(>|mkdir -p|-h) *"?\/(?!tmp)/);
  });
});

describe("The seed of a worker", () => {
  const worker = seedContainer({ service: "mailer", image: "registry/seed:1" });

  test("waits without a port", () => {
    expect(worker).toMatchObject({ entryPoint: ["sh", "-c"], environment: [] });
    expect(worker["command"]).toEqual(["while :; do sleep 3600; done"]);
  });
});
