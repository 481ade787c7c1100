import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A property of a binding's configuration. */
export interface BindingField {
  /** Name of the property, such as `cidrBlock`. */
  readonly property: string;
  /** Fields of what the property holds; absent for scalars, maps and untyped values, whose keys stay as they are. */
  readonly fields?: BindingFields;
}

/** Fields by their names in Terraform, such as `cidr_block`. */
export type BindingFields = ReadonlyMap<string, BindingField>;

/** A class of the provider's binding, as its declaration file describes it. */
export interface ProviderBinding {
  readonly className: string;
  /** What people import it from. */
  readonly modulePath: string;
  readonly fields: BindingFields;
}

const library = join(dirname(require.resolve("@cdktf/provider-aws/package.json")), "lib");

/** What cdktf itself adds to every resource and data source. */
const metaArguments: BindingFields = new Map([
  ["depends_on", { property: "dependsOn" }],
  ["lifecycle", { property: "lifecycle", fields: lifecycleFields() }],
]);

/** Reads the binding of `aws_vpc`, `data.aws_route53_zone` or `provider`. */
export function readBinding(type: string): ProviderBinding {
  const name = type
    .replace(/^aws_/, "")
    .replace(/^data\.aws_/, "data_aws_")
    .replaceAll("_", "-");
  const declarations = readFileSync(join(library, name, "index.d.ts"), "utf8");
  const [, className, rest = ""] =
    /^export declare class (\w+) extends cdktf\.Terraform([^]*)/m.exec(declarations) ?? [];
  if (className === undefined) throw new Error(`no class is declared for ${type}`);
  const configuration = /constructor\(scope: Construct, id: string, config\??: (\w+)/.exec(rest)?.[1];
  const fields = fieldsOf(configuration ?? "", readInterfaces(declarations));
  return {
    className,
    modulePath: `@cdktf/provider-aws/lib/${name}`,
    fields: new Map([...metaArguments, ...fields]),
  };
}

/** Name, type and body of interfaces; bodies are read only when asked for: the binding of a web ACL has hundreds. */
function readInterfaces(declarations: string): ReadonlyMap<string, string> {
  const found = declarations.matchAll(/^export interface (\w+)[^{]*\{\n([^]*?)^\}/gm);
  return new Map([...found].map(([, name = "", body = ""]) => [name, body]));
}

function fieldsOf(name: string, interfaces: ReadonlyMap<string, string>): BindingFields {
  const body = interfaces.get(name) ?? "";
  const found = body.matchAll(/#(\w+) [\w#]+\}[^]*?\*\/\n\s+readonly (\w+)\??: ([^;]+);/g);
  return new Map(
    [...found].map(([, terraformName = "", property = "", type = ""]) => {
      const nested = type.replace(/ \| cdktf\.IResolvable$/, "").replace(/\[\]$/, "");
      const fields = interfaces.has(nested) ? fieldsOf(nested, interfaces) : undefined;
      return [terraformName, { property, fields }];
    }),
  );
}

function lifecycleFields(): BindingFields {
  return new Map([
    ["create_before_destroy", { property: "createBeforeDestroy" }],
    ["prevent_destroy", { property: "preventDestroy" }],
    ["ignore_changes", { property: "ignoreChanges" }],
    ["replace_triggered_by", { property: "replaceTriggeredBy" }],
  ]);
}
