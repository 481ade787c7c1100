import { type Resource } from "../../../verify/estate/resource";
import { type Scope } from "../../../verify/expressions/scope";
import { evaluate } from "../../../verify/expressions/evaluate";
import { isMap } from "../../../verify/values/fields-of";
import { stepInto } from "../../../verify/values/step-into";
import { JsonText, Reference, Template, Unknown, type Value } from "../../../verify/values/value";
import { aResource } from "../values/a-resource";

/** `local` holds the given values, `var` is not known, anything else is a resource. */
export function aScope(locals: Readonly<Record<string, Value>> = {}): Scope {
  const resources = new Map<string, Resource>();
  return {
    lookup: ([root, ...steps]) => {
      if (root === "local") return stepInto(locals, steps);
      if (root === "var") return new Unknown(["var", ...steps].join("."));
      const [name, ...rest] = steps;
      const address = [root, name].join(".");
      const resource = resources.get(address) ?? aResource(address);
      resources.set(address, resource);
      return stepInto(new Reference(resource, ""), rest);
    },
  };
}

/** Evaluates an expression and shows the value with marks: `<aws_vpc.main.id>`, `<unknown: f(var.a); aws_vpc.main.id>`. */
export function valueOf(expression: string, locals?: Readonly<Record<string, Value>>): unknown {
  return marked(evaluate(`\${${expression}}`, aScope(locals)));
}

export function marked(value: Value): unknown {
  if (value instanceof Reference) return `<${addressOf(value)}>`;
  if (value instanceof Unknown)
    return `<unknown: ${[value.expression, ...value.references.map(addressOf)].join("; ")}>`;
  if (value instanceof Template) return { template: value.parts.map(marked) };
  if (value instanceof JsonText) return { json: marked(value.value) };
  if (Array.isArray(value)) return value.map(marked);
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(item)]));
  return value;
}

function addressOf({ resource, attribute }: Reference): string {
  return [resource.address, attribute].filter((part) => part !== "").join(".");
}
