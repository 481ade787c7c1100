import { evaluate as terraformEvaluates } from "../../support/evaluate";
import { testWithTerraform } from "../../support/terraform";
import { evaluate } from "../../../verify/expressions/evaluate";
import { isMap } from "../../../verify/values/fields-of";
import { JsonText, type Value } from "../../../verify/values/value";
import { writeJson } from "../../../verify/expressions/write-json";
import { aScope } from "./a-scope";

const expressions = [
  "1 + 2 * 3 - 4 / 2",
  "-(2 + 3) % 4",
  "!true || 1 < 2 && 3 >= 3",
  '"1" + 1',
  '1 == "1"',
  "[1, 2] == [1, 2]",
  "{ a = 1 } == { a = 1 }",
  'null == "x"',
  "true ? 1 : 2",
  '"a${1}b${true}c"',
  '"$${a} %%{b} $a %b $$ 100%"',
  '"tab\\t quote\\" back\\\\ line\\n \\u00e9 \\U0001F600"',
  '"${[1, 2]}"',
  '"%{ if 1 > 0 }yes%{ else }no%{ endif }."',
  '"%{ for k, v in { b = 1, a = 2 } }${k}=${v};%{ endfor }"',
  '"a  ${~ 1 ~}  b"',
  '"a \\n ${~ 1 ~} \\n b"',
  '"a%{ for n in [1, 2] ~}  ${n} %{~ endfor }b"',
  '{ a = 1, "b c" = 2, (upper("d")) : 3, 4 = 5 }',
  '{ "for" = 1, in = 2 }.in',
  "{\n  a = 1\n  b = [\n    2,\n    3,\n  ]\n  # note\n  c = 1 > 2 ? 3 : 4\n}",
  "[for n in [1, 2, 3] : n * 2 if n != 2]",
  "{ for k, v in { b = 1, a = 2 } : v => upper(k) }",
  '{ for w in ["ab", "ac", "b"] : substr(w, 0, 1) => w... }',
  "[for i, v in [5, 6] : i + v]",
  'keys({ for n in ["10", "9"] : n => n })',
  "[{ a = [{ b = 1 }, { b = 2 }] }][0].a[*].b",
  "[{ a = [1, 2] }, { a = [3, 4] }][*].a[0]",
  "[{ a = [1, 2] }, { a = [3, 4] }].*.a[0]",
  "[[1, 2], [3]].0[1]",
  '{ a = { b = "c" } }["a"].b',
  "null[*]",
  '"x"[*]',
  "1e3 + 1.5",
  "length([1, 2, 3])",
  'length("añ👍")',
  "length({ a = 1 })",
  "concat([1], [], [2, 3])",
  "flatten([[1, [2]], 3, []])",
  'compact(["a", "", "b"])',
  "distinct([1, 2, 1])",
  "merge({ a = 1, b = 2 }, { b = 3 }, null)",
  'keys({ b = 1, a = 2, "10" = 3, "9" = 4 })',
  "values({ b = 1, a = 2 })",
  'lookup({ a = "b" }, "c", "d")',
  'chunklist(["a", "b", "c"], 2)',
  'index(["a", "b"], "b")',
  'setproduct(["a", "b"], ["c", "d"])',
  'cidrsubnets("10.0.0.0/16", 8, 4, 8)',
  'base64encode("añ")',
  'basename("/a/b.txt")',
  'basename("a/")',
  'strcontains("abc", "b")',
  'title("two words")',
  'element(["a", "b", "c"], 4)',
  'join("-", ["a", "b"], ["c"])',
  'split(",", "a,b,")',
  'split(",", "")',
  'format("%s|%5s|%-5s|%05d|%d|%%|%.2f|%q|%t|%x|%v", "a", "b", "c", 42, 7, 1.5, "q\\"", true, 255, [1, "a"])',
  'formatlist("%s/%d", ["a", "b"], 3)',
  'upper(lower("AbC"))',
  'replace("a.b.c", ".", "$1")',
  'trimprefix("http://a", "http://")',
  'trimsuffix("a.b.", ".")',
  'trimspace("  a \\n")',
  'substr("hello", -3, 2)',
  'startswith("abc", "ab") && endswith("abc", "bc")',
  'coalesce(null, "", "a")',
  "coalescelist([], [1])",
  'try({ a = 1 }.b, tonumber("x"), "fallback")',
  'can(tonumber("x"))',
  'can({ a = 1 }["a"])',
  'contains(["a", "b"], "b")',
  "one([])",
  "one([1])",
  "range(3)",
  "range(1, 8, 3)",
  "range(3, 0)",
  "slice([1, 2, 3, 4], 1, 3)",
  'sort(["b", "a", "B", "10", "9"])',
  "reverse([1, 2])",
  'zipmap(["a", "b"], [1, 2])',
  'setunion(["b"], ["a", "b"])',
  'setintersection(["a", "b"], ["b", "c"])',
  'setsubtract(["a", "b"], ["b"])',
  "max(1, 3, 2) + min([4, 5]...)",
  "ceil(1.2) + floor(-1.2) + abs(-1)",
  "sum([1, 2])",
  "alltrue([true, true]) != anytrue([false])",
  'cidrsubnet("10.0.0.0/16", 8, 255)',
  'cidrsubnet("10.1.2.3/20", 4, 2)',
  'cidrhost("10.0.0.0/24", 5)',
  'cidrhost("10.0.0.0/24", -1)',
  'toset(["b", "a", "b"])',
  "toset([3, 1, 20])",
  'tolist([1, "a", true])',
  'tomap({ a = 1, b = "c" })',
  "tostring(1.50)",
  'tonumber("12")',
  'tobool("true")',
  "tostring(null)",
  'jsonencode({ b = [1, null, true], a = "<&>\\u2028é" })',
  'jsondecode("{\\"a\\":[1,{\\"b\\":null}]}")',
  'jsonencode(jsondecode("[1.5, \\"x\\"]"))',
  'nonsensitive(sensitive("a"))',
  "<<EOT\n  a ${1}\nb\nEOT\n",
  "<<-EOT\n    a\n      b\n  EOT\n",
  "/* note */ 1 // one",
];

/** Texts of Terraform JSON, not expressions. */
const templates = [
  "plain",
  'a $${b} %%{c} $d %e \\n "',
  "${1}",
  "a${1}${true}b",
  "${[1, 2]}",
  '${"${"nested"}"}',
  "%{ if false }a%{ endif }",
  "%{ if true ~}\n  a\n%{ else ~}\n  b\n%{ endif ~}\n  c",
  "x  \n  ${~ 1 ~}  \n  \n y",
  "x \n\n${~ 1 ~}\n\n y",
  "%{ for n in [1, 2] ~}\n- ${n}\n%{ endfor ~}\n",
  "%{ for k, v in { a = 1 } }${k}%{ if v > 0 }+%{ else }-%{ endif }%{ endfor }",
];

describe("What terraform makes of the same expression", () => {
  testWithTerraform(
    "is what is evaluated here",
    (terraform) => {
      const given = JSON.stringify({ locals: { all: [...expressions.map(asList), ...templates] } });
      const all = terraformEvaluates(terraform, "main.tf.json", given, "local.all");
      const scope = aScope();
      const own = [...expressions.map(asList), ...templates].map((one) => plain(evaluate(one, scope)));
      expect(zip(own)).toEqual(zip(all));
    },
    60_000,
  );
});

/** In a list each keeps its type, and may end with a heredoc. */
function asList(expression: string): string {
  return `\${[${expression}\n]}`;
}

function zip(results: unknown): unknown {
  return Array.isArray(results)
    ? results.map((result: unknown, index) => [[...expressions, ...templates][index], result])
    : results;
}

/** The value as `jsonencode` would write it. */
function plain(value: Value): unknown {
  if (value instanceof JsonText) return writeJson(value.value);
  if (Array.isArray(value)) return value.map(plain);
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
    : value;
}
