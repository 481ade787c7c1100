import { terminalLines } from "../../../deploy/progress/terminal-lines";
import { someProgress } from "./some-progress";

describe("Lines above the frame of a terminal", () => {
  test("tell what is over, and nothing that the frame shows", () => {
    const lines = someProgress.flatMap((progress) => terminalLines(progress, (_, text) => text));
    expect(lines.join("\n")).toMatchInlineSnapshot(`
     "orders  ✓ image exists: sha256:0a1b
     orders  ✗ its alarms are quiet
     orders  · a revision is registered
     orders  stopped task 0123abcd: Essential container in task exited
               orders: exit code 1
               proxy: OutOfMemory
               init: no exit code
               Read the log.
               | starting
               | no database
     11:59:58Z  0123abcd    at main.js:1
     orders  warning The tag could not be moved. Run ecs-env wait.
     orders  ROLLED BACK It was not kept. (2m 13s)"
    `);
  });

  test("paint marks by what they mean", () => {
    const lines = someProgress.flatMap((progress) =>
      terminalLines(progress, (tone, text) => `<${tone} ${text}>`),
    );
    expect(lines.flatMap((line) => line.match(/<.*?>/g) ?? [])).toEqual([
      ...["<good ✓>", "<bad ✗>", "<plain ·>", "<bad stopped>", "<warning warning>", "<bad ROLLED BACK>"],
    ]);
  });
});
