import { databaseVariables, serviceUrlVariable } from "../../config/generated-variables";

describe("generated variables", () => {
  test.each([
    ["api", "API_URL"],
    ["order-history", "ORDER_HISTORY_URL"],
  ])("give the URL of %s as %s", (service, variable) => {
    expect(serviceUrlVariable(service)).toBe(variable);
  });

  test("give the parts of a database connection", () => {
    expect(databaseVariables("order-history")).toEqual({
      host: "ORDER_HISTORY_DB_HOST",
      port: "ORDER_HISTORY_DB_PORT",
      name: "ORDER_HISTORY_DB_NAME",
      username: "ORDER_HISTORY_DB_USERNAME",
      password: "ORDER_HISTORY_DB_PASSWORD",
    });
  });
});
