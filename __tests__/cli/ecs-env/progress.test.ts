import { ProgressLines } from "../../../cli/ecs-env/progress";

function anOutput(terminal: { readonly isTTY?: boolean; readonly columns?: number } = {}) {
  const written: string[] = [];
  return { ...terminal, written, write: (text: string) => written.push(text) };
}

describe("Progress", () => {
  test("is a line per new step where nothing can be rewritten", () => {
    const output = anOutput();
    const lines = new ProgressLines(output, false);
    for (const doing of ["planning", "applying 0/2", "applying 1/2", "applied"]) lines.update("dev", doing);
    lines.clear();
    expect(output.written.join("")).toBe("dev: planning\ndev: applying 0/2\ndev: applied\n");
  });

  test("rewrites its lines on a terminal, and takes them away at the end", () => {
    const output = anOutput({ isTTY: true });
    const lines = new ProgressLines(output, false);
    lines.update("dev", "planning");
    lines.update("dev", "applying 1/2");
    lines.clear();
    const up = "\u001b[1A\u001b[J";
    expect(output.written.join("")).toBe(`dev: planning\n${up}dev: applying 1/2\n${up}`);
  });

  test("fits a narrow terminal, where a broken line would stay", () => {
    const output = anOutput({ isTTY: true, columns: 10 });
    new ProgressLines(output, false).update("dev-services", "planning");
    expect(output.written).toEqual(["dev-servi\n"]);
  });

  test("is quiet when asked, but still says what must be known", () => {
    const output = anOutput({ isTTY: true });
    const lines = new ProgressLines(output, true);
    lines.update("dev", "planning");
    lines.say("Interrupted");
    expect(output.written).toEqual(["Interrupted\n"]);
  });
});
