import { formatExpression } from "../../hcl-writer/format-expression";
import { testWithTerraform } from "../support/terraform";

// Each as written by hand or by cdktf, and as `terraform fmt` wants it.
const expressions: readonly (readonly [string, string])[] = [
  ["aws_vpc.main.id", "aws_vpc.main.id"],
  ["aws_vpc.main[ 0 ].id", "aws_vpc.main[0].id"],
  ["aws_vpc.main[*].id", "aws_vpc.main[*].id"],
  ['{"a" = 1, "b" = {}}', '{ "a" = 1, "b" = {} }'],
  ["[ 1,2 , 3 ]", "[1, 2, 3]"],
  ["1+2*-3-4", "1 + 2 * -3 - 4"],
  ["!a||b&&c", "!a || b && c"],
  ["a?b:c", "a ? b : c"],
  ['join( "," , x )', 'join(",", x)'],
  ["max(x...)", "max(x...)"],
  ["{for k,v in x:k=>v if v!=1}", "{ for k, v in x : k => v if v != 1 }"],
  ["[for x in [1] : [x]]", "[for x in [1] : [x]]"],
  ["{\n  a = 1\n  b = 2,\n}", "{ a = 1, b = 2 }"],
  ["(\n  a\n)", "(a)"],
  ["a // comment", "a"],
  ['"a  ${ b }  c"', '"a  ${b}  c"'],
  ['"\\"${ "}" }"', '"\\"${"}"}"'],
  ['"$${ a }"', '"$${ a }"'],
  ['"x${-1}"', '"x${- 1}"'],
  ['"x${{a=1}}"', '"x${ { a = 1 } }"'],
  ['"%{for x in {a=1}~}${x}%{endfor}"', '"%{for x in { a = 1 } ~}${x}%{endfor}"'],
  ["f(x)-(1)", "f(x) - (1)"],
  ["a.b[-1]", "a.b[-1]"],
  ["a.*.b", "a.*.b"],
  ["provider::aws::arn_parse( x )", "provider::aws::arn_parse(x)"],
];

describe("expression", () => {
  test.each(expressions)("%j becomes %j", (written, formatted) => {
    expect(formatExpression(written)).toBe(formatted);
  });

  testWithTerraform("is what terraform fmt would write", (terraform) => {
    const input = expressions.map(([, formatted]) => `locals {\n  x = ${formatted}\n}\n`).join("");
    expect(terraform(["fmt", "-check", "-diff", "-"], { input }).stdout).toBe("");
  });

  test.each(['"a', "f(a", "a]", "[a)", "a @ b", '"${a"'])("%j is refused, naming the text", (broken) => {
    expect(() => formatExpression(broken)).toThrow(JSON.stringify(broken));
  });

  test("is refused when it holds a heredoc, which has lines of its own", () => {
    expect(() => formatExpression("upper(<<EOT\na\nEOT\n)")).toThrow("use a quoted string");
  });
});
