import { fitBody } from "../../../verify/comment/fit-body";

const whole = "the artifacts of this job";
const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join("\n");

describe("fitBody", () => {
  test("leaves a body as it is that fits exactly", () => {
    const body = lines(30);
    expect(fitBody(body, body.length, whole)).toBe(body);
  });

  test("cuts a body that is one character longer", () => {
    const body = lines(30);
    expect(fitBody(body, body.length - 1, whole)).toMatch(/left out/);
  });

  test("cuts at the end of a line and says what is missing and where it is", () => {
    expect(fitBody(lines(30), 120, whole)).toMatchInlineSnapshot(`
     "line 1
     line 2
     line 3
     line 4

     _26 of 30 lines are left out here. The whole report is in the artifacts of this job._"
    `);
  });

  test.each(Array.from({ length: 40 }, (_, index) => 110 + 10 * index))(
    "is never longer than %i",
    (longest) => {
      const body = `<details>\n\n\`\`\`diff\n${lines(40)}\n\`\`\`\n\n</details>\n\n${lines(40)}`;
      expect(fitBody(body, longest, whole).length).toBeLessThanOrEqual(longest);
    },
  );

  test("keeps as many lines as fit", () => {
    const body = lines(100);
    const cut = fitBody(body, 300, whole);
    const kept = cut.split("\n").filter((line) => line.startsWith("line ")).length;
    const one = `line ${kept + 1}\n`;
    expect(cut.length + one.length).toBeGreaterThan(300);
  });

  test.each(["```", "````", "~~~"])("closes a block of code that %s opens", (fence) => {
    const cut = fitBody(`${fence}diff\n${lines(100)}\n${fence}`, 200, whole);
    expect(cut.split("\n").filter((line) => line === fence)).toHaveLength(1);
    expect(cut.indexOf(`\n${fence}\n`)).toBeGreaterThan(cut.lastIndexOf("line 2"));
  });

  test("closes folded parts, also nested ones", () => {
    const cut = fitBody(
      `<details><summary>a</summary>\n<details>\n\n${lines(100)}\n</details></details>`,
      250,
      whole,
    );
    expect(cut).toContain("</details>\n</details>\n\n_");
  });

  test("closes code before the folded part that it is in", () => {
    const cut = fitBody(`<details>\n\n\`\`\`\n${lines(100)}\n\`\`\`\n\n</details>`, 200, whole);
    expect(cut).toContain("\n```\n</details>\n\n_");
  });

  test("does not close what is closed", () => {
    const cut = fitBody(`<details>\n\n\`\`\`\nx\n\`\`\`\n\n</details>\n\n${lines(100)}`, 250, whole);
    expect(cut.match(/<\/details>|```/g)).toEqual(["```", "```", "</details>"]);
  });

  test("takes a tag in code for text", () => {
    const cut = fitBody(`\`\`\`\n<details>\n\`\`\`\n${lines(100)}`, 200, whole);
    expect(cut).not.toContain("</details>");
  });

  test("takes a fence with a language inside of code for text", () => {
    const cut = fitBody(`\`\`\`\n\`\`\`js\n<details>\n\`\`\`\n${lines(100)}`, 200, whole);
    expect(cut).not.toContain("</details>");
  });

  test("leaves a diagram out whole", () => {
    const cut = fitBody(`before\n\`\`\`mermaid\n${lines(100)}\n\`\`\`\nafter`, 300, whole);
    expect(cut).toMatch(/^before\n\n_103 of 104 lines/);
  });

  test("keeps only the last line when the first one is too long", () => {
    expect(fitBody("x".repeat(500), 200, whole)).toMatch(/^\n_1 of 1 lines are left out here/);
  });
});
