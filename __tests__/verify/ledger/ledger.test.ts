import { formatStackLedger, readStackLedger } from "../../../verify/ledger/ledger";

const text = `aws_lb.b
aws_lb.a

- aws_sqs_queue.old  # nobody sends to it (2026-05-31)
`;

describe("StackLedger", () => {
  test("holds addresses in order", () => {
    expect(readStackLedger("test-all", text).addresses).toEqual(["aws_lb.a", "aws_lb.b"]);
  });

  test("holds what may go, why and since when", () => {
    const permit = { address: "aws_sqs_queue.old", reason: "nobody sends to it", date: "2026-05-31" };
    expect(readStackLedger("test-all", text).permits).toEqual([permit]);
  });

  test("is written addresses first, each once", () => {
    const known = readStackLedger("test-all", `${text}aws_lb.a\n`);
    expect(formatStackLedger(known)).toBe(
      "aws_lb.a\naws_lb.b\n- aws_sqs_queue.old  # nobody sends to it (2026-05-31)\n",
    );
  });

  test.each(["aws_lb.a[0]", 'aws_lb.a["x.y"]', 'module.m["k"].aws_lb.a', "module.a.module.b[1].aws_lb.a[*]"])(
    "takes the address %s",
    (address) => {
      expect(readStackLedger("test-all", address)).toMatchObject({ addresses: [address], problems: [] });
    },
  );

  test.each([
    "aws_lb",
    "data.aws_vpc.a",
    "aws_lb.a aws_lb.b",
    "<<<<<<< HEAD",
    "- aws_lb.a",
    "- aws_lb.a  # because",
    "- aws_lb.a  # (2026-05-31)",
    "- aws_lb.a  # no such day (2026-02-30)",
    "- aws_lb  # no address (2026-05-31)",
  ])("does not take %s", (line) => {
    const { problems, addresses, permits } = readStackLedger("test-all", `aws_lb.first\n${line}`);
    expect({ places: problems.map(({ where }) => where), addresses, permits }).toEqual({
      places: ["test-all.txt:2"],
      addresses: ["aws_lb.first"],
      permits: [],
    });
  });
});
