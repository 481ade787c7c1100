import { orders, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

describe("health check command", () => {
  test.each([[["CMD", "/healthy"]], [["CMD-SHELL", "exit 0"]], [["NONE"]]])("may be %j", (command) => {
    expect(complaints([{ ...orders, healthCheck: { command } }])).toEqual([]);
  });

  test.each([
    [["curl", "-f", "http://localhost"]],
    [["cmd", "/healthy"]],
    [["CMD"]],
    [["CMD-SHELL"]],
    [[""]],
  ])("starts with CMD or CMD-SHELL and goes on, unlike %j", (command) => {
    expect(complaints([{ ...orders, healthCheck: { command } }])).toEqual([
      "containers[0].healthCheck.command must start with CMD or CMD-SHELL, followed by the command",
    ]);
  });

  test.each([
    [["curl", "localhost"], '"curl"'],
    [["CMD"], '"CMD" alone'],
  ])("%j is shown by its first word", (command, got) => {
    expect(environments.read([{ ...orders, healthCheck: { command } }]).problems[0]?.got).toBe(got);
  });
});
