/** What the comment above a getter says: `// name - computed: true, optional: true, required: false`. */
export interface ScannedMember {
  readonly computed: boolean;
  readonly optional: boolean;
  readonly required: boolean;
  /** How it is read, such as `string`, `stringMap` or `LbAccessLogs`, from the getter or the stored class. */
  readonly kind: string;
  readonly isSet: boolean;
}

/** What the interface for the configuration says. Only these can be written. */
export interface ScannedProperty {
  /** The generator says `name block` above what is a block, and nothing (or the provider's own text) above an attribute. */
  readonly isBlock: boolean;
  readonly isMany: boolean;
  readonly isRequired: boolean;
}

/** How a property is written to HCL. */
export interface ScannedEncoding {
  readonly type: string;
  /** `string`, `stringList`, `LbAccessLogsList`, … */
  readonly storage: string;
}

/** One nested type, or the resource itself. */
export interface ScannedStruct {
  readonly members: Map<string, ScannedMember>;
  readonly properties: Map<string, ScannedProperty>;
  readonly encodings: Map<string, ScannedEncoding>;
}

export interface ScannedBinding {
  /** Name of the resource's class. */
  readonly main: string;
  readonly isProvider: boolean;
  readonly structs: ReadonlyMap<string, ScannedStruct>;
}

const patterns = {
  interface: /^export interface (\w+)/,
  encoder: /^export function (\w+)ToHclTerraform\(/,
  class: /^export class (\w+) extends cdktf\.(\w+)/,
  block: /^ +\* (\w+) block$/,
  documentation: /^ +\* Docs at Terraform Registry: \{@link \S+#(\w+) /,
  property: /^ {2}readonly \w+(\??): (.*);$/,
  member: /^ {2}\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)$/,
  stored: /^ {2}private \w+ = new (?:cdktf\.)?(\w+)\(this, "\w+"(, true)?/,
  getter: /^ {4}return (.*)this\.(get(\w*)Attribute|interpolationForAttribute)\('/,
  encoding: /^ {4,6}(\w+): \{$/,
  type: /^ {6,8}type: "(\w+)",$/,
  storage: /^ {6,8}storageClassType: "(\w+)",$/,
};

/**
 * Reads the generated TypeScript line by line. The generator writes one statement per line, always in the same form, so a
 * parser of the language would only be slower.
 *
 * @throws Error for an attribute in a form that is not known; what is missing elsewhere is an error in `deriveBlock`.
 */
export function scanBinding(source: string): ScannedBinding {
  const scanner = new Scanner();
  for (const line of source.split("\n")) scanner.read(line);
  return scanner.result();
}

class Scanner {
  private readonly structs = new Map<string, ScannedStruct>();
  private main: { readonly name: string; readonly isProvider: boolean } | undefined;
  private current: ScannedStruct = emptyStruct();
  private block = "";
  private property = "";
  private member: (Omit<ScannedMember, "kind" | "isSet"> & { readonly name: string }) | undefined;
  private encoding = "";
  private encodingType = "";

  read(line: string): void {
    if (line.startsWith("export ")) this.enter(line);
    else if (line.startsWith("  //")) this.beginMember(line);
    else if (this.member !== undefined) this.readMember(line);
    else if (line.startsWith("  *")) this.readComment(line);
    else if (line.startsWith("  readonly ")) this.readProperty(line);
    else if (line.startsWith("    ")) this.readEncoding(line);
  }

  result(): ScannedBinding {
    if (this.main === undefined)
      throw new Error("This file of the binding has no resource, data source or provider.");
    return { main: this.main.name, isProvider: this.main.isProvider, structs: this.structs };
  }

  private enter(line: string): void {
    this.checkNoMember();
    const [, interfaceName] = patterns.interface.exec(line) ?? [];
    const [, encoder] = patterns.encoder.exec(line) ?? [];
    const [, className, base] = patterns.class.exec(line) ?? [];
    if (interfaceName !== undefined) {
      // The first interface is that of the whole resource; an A at the end keeps it apart from another with its name.
      const isConfig = this.structs.size === 0;
      this.current = this.struct(isConfig ? interfaceName.replace(/ConfigA*$/, "") : interfaceName);
    } else if (encoder !== undefined) {
      this.current = this.struct(encoder.charAt(0).toUpperCase() + encoder.slice(1));
    } else if (className !== undefined && base !== undefined) {
      if (base.startsWith("Terraform"))
        this.main = { name: className, isProvider: base === "TerraformProvider" };
      // Classes of lists and maps say nothing that their elements do not; their names must not pass for structs.
      const isCollection = base === "ComplexList" || base === "ComplexMap";
      this.current = isCollection ? emptyStruct() : this.struct(withoutSuffix(className, "OutputReference"));
    }
  }

  private beginMember(line: string): void {
    const [, name, computed, optional, required] = patterns.member.exec(line) ?? [];
    if (name === undefined) return;
    this.checkNoMember();
    this.member = {
      name,
      computed: computed === "true",
      optional: optional === "true",
      required: required === "true",
    };
  }

  private readMember(line: string): void {
    const [, stored, storedSet] = patterns.stored.exec(line) ?? [];
    if (stored !== undefined) {
      this.endMember(storedKind(stored), storedSet !== undefined);
      return;
    }
    const [, before, , accessor] = patterns.getter.exec(line) ?? [];
    if (before !== undefined) this.endMember(accessorKind(accessor), before.includes("Fn.tolist("));
    // The provider's own getters return what was configured; how it is written says what it is.
    else if (line.startsWith("    return this._")) this.endMember("any", false);
  }

  private endMember(kind: string, isSet: boolean): void {
    if (this.member === undefined) return;
    const { name, ...flags } = this.member;
    this.current.members.set(name, { ...flags, kind, isSet });
    this.member = undefined;
  }

  private checkNoMember(): void {
    if (this.member !== undefined) throw new Error(`The binding does not say what ${this.member.name} is.`);
  }

  private readComment(line: string): void {
    this.block = patterns.block.exec(line)?.[1] ?? this.block;
    this.property = patterns.documentation.exec(line)?.[1] ?? this.property;
  }

  private readProperty(line: string): void {
    const [, optional, type] = patterns.property.exec(line) ?? [];
    if (type !== undefined && this.property !== "") {
      this.current.properties.set(this.property, {
        isBlock: this.block === this.property,
        isMany: type.includes("[]"),
        isRequired: optional === "",
      });
    }
    this.block = "";
    this.property = "";
  }

  private readEncoding(line: string): void {
    const [, name] = patterns.encoding.exec(line) ?? [];
    if (name !== undefined) {
      this.encoding = name;
      return;
    }
    this.encodingType = patterns.type.exec(line)?.[1] ?? this.encodingType;
    const [, storage] = patterns.storage.exec(line) ?? [];
    if (storage !== undefined)
      this.current.encodings.set(this.encoding, { type: this.encodingType, storage });
  }

  private struct(name: string): ScannedStruct {
    const known = this.structs.get(name);
    if (known !== undefined) return known;
    const fresh = emptyStruct();
    this.structs.set(name, fresh);
    return fresh;
  }
}

function emptyStruct(): ScannedStruct {
  return { members: new Map(), properties: new Map(), encodings: new Map() };
}

/** `LbListenerTimeoutsOutputReference` → `LbListenerTimeouts`, `StringMap` → `stringMap`. */
function storedKind(className: string): string {
  const [, element, rest] = /^(String|Number|Boolean|Any)((?:List|Map)+)$/.exec(className) ?? [];
  if (element !== undefined && rest !== undefined) return element.toLowerCase() + rest;
  return withoutSuffix(className, "OutputReference");
}

/** `getStringAttribute` → `string`, `getListAttribute` → `stringList`; what has no accessor of its own is `any`. */
function accessorKind(accessor: string | undefined): string {
  if (accessor === undefined) return "any";
  if (accessor === "List") return "stringList";
  return accessor.charAt(0).toLowerCase() + accessor.slice(1);
}

function withoutSuffix(text: string, suffix: string): string {
  return text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}
