import { isApplicationCommand } from "../../../cli/ecs-env/applications/application-forms";
import { commandForms, commandNames } from "../../../cli/ecs-env/command-forms";
import { readCommand } from "../../../cli/ecs-env/read-command";
import { usageOf } from "../../../cli/ecs-env/usage";

describe("The help of ecs-env", () => {
  test("names every command, on one screen", () => {
    const lines = usageOf(undefined).split("\n");
    for (const name of commandNames) expect(lines).toContainEqual(expect.stringMatching(`^  ${name} `));
    expect(lines.length).toBeLessThanOrEqual(28);
  });

  test.each(commandNames)("of %s tells its options, on one screen", (name) => {
    const lines = usageOf(name).split("\n");
    expect(lines[0]).toMatch(`ecs-env ${name} `);
    expect(lines.filter((line) => /^ {2}--/.test(line)).map((line) => line.split(" ")[2])).toEqual(
      commandForms[name].options.map((option) => `--${option}`),
    );
    expect(lines.length).toBeLessThanOrEqual(isApplicationCommand(name) ? 28 : 24);
    expect(lines.filter((line) => line.length > 132)).toEqual([]);
  });

  test("tells the forms of an answer", () => {
    expect(usageOf("diagram")).toContain("--format <name>        form of the answer: mermaid, svg\n");
  });

  test.each([
    [["--help"], undefined],
    [["-h"], undefined],
    [["verify", "--help"], "verify"],
    [["delta", "-h"], "delta"],
  ])("is asked for by %j, whatever else is missing", (argv, target) => {
    expect(readCommand(argv)).toMatchObject({ name: "help" });
    expect(readCommand(argv).target).toBe(target);
  });
});
