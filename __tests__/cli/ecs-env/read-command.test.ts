import { readCommand } from "../../../cli/ecs-env/read-command";

describe("Arguments of ecs-env", () => {
  test("name a command and what it is for", () => {
    expect(readCommand(["plan", "dev", "--offline"])).toMatchObject({ name: "plan", target: "dev" });
  });

  test("name both ends of a path", () => {
    expect(readCommand(["reach", "internet", "database.app"]).arguments).toEqual([
      "internet",
      "database.app",
    ]);
  });

  test("hand on what follows --", () => {
    expect(readCommand(["offline", "--", "npx", "cdktf", "diff", "--no-color"]).rest).toEqual([
      ...["npx", "cdktf", "diff", "--no-color"],
    ]);
  });

  test.each([
    [["plna"], 'Did you mean "plan"?'],
    [["plan", "--ofline"], 'Did you mean "--offline"?'],
    [["plan", "dev", "prod"], "must be left out: plan takes [environment | stack]"],
    [["offline", "dev", "--", "ls"], "must not follow offline"],
    [["reach", "internet"], "must follow reach, got no <to>"],
    [["delta"], "must follow delta, got no <environment>"],
    [["verify", "--world", "w"], "must be an option of verify"],
    [
      ["verify", "--format", "sarfi"],
      'must be table, json, sarif, junit or codequality, got "sarfi". Did you mean "sarif"?',
    ],
    [["deploy", "dev"], 'must not follow deploy, got "dev". Write --env dev.'],
    [["deploy", "dev", "orders"], 'must not follow deploy, got "orders". Write --service orders.'],
    [["status", "--env", "dev", "orders"], 'must not follow status, got "orders". Write --service orders.'],
    [["promote", "orders"], 'must not follow promote, got "orders". Write --service orders.'],
    [
      ["deploy", "--env", "dev", "--service", "orders", "x"],
      'must not follow deploy, got "x". Write: ecs-env deploy.',
    ],
    [["deploy", "--version"], "must be an option of deploy, got --version"],
    [["plan", "--world"], "must be followed by a value"],
    [["offline"], "must follow after --"],
  ])("%j are refused with advice", (argv, message) => {
    expect(() => readCommand(argv)).toThrow(message);
  });

  test("ask for the version without a command", () => {
    expect(readCommand(["--version"]).name).toBe("version");
  });

  test("refuses a second value of an option that takes one", () => {
    expect(() => readCommand("deploy --env dev --service a --image x --image y".split(" "))).toThrow(
      '--image  must be given once, got ["x","y"]. Leave all but one out.',
    );
  });
});
