import { type JsonObject } from "../../hcl-writer/json-value";
import { renderReviewFile } from "../../hcl-writer/render-review-file";
import { evaluate } from "../support/evaluate";
import { testWithTerraform } from "../support/terraform";

// hcl2json cannot judge these (it is the same parser without Terraform around it): terraform itself evaluates both.
const values: JsonObject = {
  escapes: [
    "$${a}",
    "$$${a}",
    "%%{a}",
    "%%%{a}",
    "$",
    "%",
    "$$",
    "$ {a}",
    "a$",
    "${1}${2}",
    "x${1 + 1}$${y}",
  ],
  characters: ['"', "\\", "\n", "\r\n", "\t", "\u0000", "\u200b", "\u2028", "👩‍💻", "ä", "a\u0308", "</a>&"],
  directives: ["%{ if true }yes%{ else }no%{ endif }", "a  %{~ if true ~}  b  %{ endif ~}  c", "${~ 1 ~}"],
  expressions: [
    '${{ for k, v in { "a" = -1 } : k => v... if v != 2 && !false }}',
    "${ { a = 1\n b = 2\n\n c = [1,\n 2] } }",
    "${ { a = 1 # comment\n b = 2 /* more */ } }",
    "${[for x in [1, 2] : x * -1 ]}",
    '${ true ? "a" : "b" }',
    '${join("-", ["a${"b"}c", "d\\"e", "$${f}"])}',
    "${ 3 - -1 - 1 }",
    "${[{ a = 1 }][0].a}",
    "${[{ a = 1 }, { a = 2 }][*].a}",
    "${!true || 1 >= 2 && 3 != 4}",
    "${(1 + 2) * 3 % 4 / 1}",
    '${ "%{ for x in ["a"] ~} ${ x } %{ endfor ~}" }',
    "${max([1, 5]...)}",
    "${1e3 + 1.50}",
  ],
  keys: {
    '${upper("a")}': 1,
    "x ${1}": 2,
    "$${y}": 3,
    for: 4,
    true: 5,
    "a.b": 6,
    "1": 7,
    "": 8,
    "a-b": 9,
    "ä b": 10,
  },
  lines: {
    text: 'a:\n  b: "q\\n" \\ $${z} %%{z}\n\n\n${upper("c")}\n    ${"d"} ${join("\\n", [1, 2])}\nend\n',
    blank_first: "\n\na\n",
    indented: "  a\n    b\n",
    list: ["a\nb\n", { a: "b\nc\n", d: 1 }],
    trimmed: [
      "a  ${~ 1 ~}\n  b\n",
      "a\n${~ 1 ~}\n\nb",
      "a\n  ${~ 1 ~}  b",
      "a \n \n${~ 1 }${~ 2 ~}${3}",
      "\n${~ 1 ~}\n",
      "a\t\n\n%{~ if true ~} \n\n yes %{~ endif ~}\t",
      " ${~ 1 ~} ${~ 2 ~} ",
      "a\n\n ${~ 1}",
    ],
    trimmed_heredoc: "a\n\n${~ 1 ~}\n\n  b\nc\n",
    directive: "%{ if true }\na\n%{ endif }\n",
    close: "a\n EOT \nb\n",
    tab: "\ta\nb\n",
    nbsp: "\u00a0a\nb\n",
  },
  numbers: [0, -1, 0.1, 1e21, 1.5e-7, 9007199254740991],
  nothing: [null, [], {}, [null], { a: null }, "", false],
};

describe("meaning of the HCL", () => {
  testWithTerraform("is that of the JSON for every kind of value", (terraform) => {
    const configuration = { locals: { values } };
    const meant = evaluate(terraform, "main.tf.json", JSON.stringify(configuration), "local.values");
    expect(meant).toMatchObject({ escapes: expect.arrayContaining(["${a}"]), keys: { A: 1 } });
    expect(evaluate(terraform, "main.tf", hclOf(configuration), "local.values")).toEqual(meant);
  });

  testWithTerraform("keeps what Terraform never evaluates as it is", (terraform) => {
    const text = "a ${b} $${c} $$${d} %{e} %%{f} ${";
    const configuration = { variable: { text: { default: { [text]: text }, type: "map(string)" } } };
    const meant = evaluate(terraform, "main.tf.json", JSON.stringify(configuration), "var.text");
    expect(meant).toEqual({ [text]: text });
    expect(evaluate(terraform, "main.tf", hclOf(configuration), "var.text")).toEqual(meant);
  });
});

function hclOf(configuration: JsonObject): string {
  return renderReviewFile({ name: "test", configuration, elements: [] });
}
