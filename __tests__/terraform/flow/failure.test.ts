import { failureOf } from "../../../terraform/flow/failure";

const error = (summary: string, detail = "") => ({ severity: "error", summary, detail }) as const;
const run = (...diagnostics: ReturnType<typeof error>[]) => ({
  code: 1,
  stdout: "",
  stderr: "",
  diagnostics,
});

describe("A failure", () => {
  test("that is an interrupt repeats none of Terraform's words for it", () => {
    const said = run(error("execution halted"), error("creating aws_vpc", "operation was canceled"));
    expect(failureOf("dev-network", said, true)).toEqual({ diagnostics: [], isInterrupted: true });
  });

  test("of another kind is told beside an interrupt", () => {
    const refused = error("creating aws_vpc", "VpcLimitExceeded");
    expect(failureOf("dev-network", run(error("execution halted"), refused), true)).toEqual({
      diagnostics: [refused],
    });
  });

  test("keeps those words where nobody interrupted", () => {
    expect(failureOf("dev-network", run(error("execution halted")), false).diagnostics).toHaveLength(1);
  });

  test("without a word of Terraform is told by its exit code", () => {
    expect(failureOf("dev-network", run(), false).diagnostics[0]?.summary).toBe(
      "terraform ended with code 1",
    );
  });

  test.each(["Terraform", "OpenTofu"])(
    "to lock a state says who has it, not %s's advice to go on",
    (program) => {
      const detail = `Lock Info:\n  ID: 1\n\n\n${program} acquires a state lock to protect the state from being\nwritten. Use "-lock=false".`;
      const [diagnostic] = failureOf(
        "dev-data",
        run(error("Error acquiring the state lock", detail)),
        false,
      ).diagnostics;
      expect(diagnostic?.detail).toBe(
        "Lock Info:\n  ID: 1\n\nAnother ecs-env or terraform works on dev-data: wait until it is done.",
      );
    },
  );
});
