import { readCommand } from "../../../cli/ecs-env/read-command";

describe("Arguments of ecs-env", () => {
  test("name a command and what it is for", () => {
    expect(readCommand(["plan", "dev", "--offline"])).toMatchObject({ name: "plan", target: "dev" });
  });

  test("hand on what follows --", () => {
    expect(readCommand(["offline", "--", "npx", "cdktf", "diff", "--no-color"]).rest).toEqual([
      ...["npx", "cdktf", "diff", "--no-color"],
    ]);
  });

  test.each([
    [["plna"], 'Did you mean "plan"?'],
    [["plan", "--ofline"], 'Did you mean "--offline"?'],
    [["plan", "dev", "prod"], "must be the only environment or stack"],
    [["plan", "--world"], "must be followed by a value"],
    [["offline"], "must follow after --"],
  ])("%j are refused with advice", (argv, message) => {
    expect(() => readCommand(argv)).toThrow(message);
  });
});
