import { join } from "node:path";
import ts from "typescript";

/** One field of an input interface, as its declaration documents it. */
export interface FieldDescription {
  readonly name: string;
  readonly type: string;
  /** Text after `@default`; undefined for required fields. */
  readonly default: string | undefined;
  readonly meaning: string;
  /** AWS documentation. */
  readonly page: string | undefined;
}

export interface InterfaceDescription {
  readonly meaning: string;
  readonly fields: readonly FieldDescription[];
}

/** Reads the interfaces of files, without the fields they inherit, from their documentation comments. */
export function describeInterfaces(files: readonly string[]): ReadonlyMap<string, InterfaceDescription> {
  const paths = files.map((file) => join(__dirname, "..", file));
  const program = ts.createProgram(paths, { strict: true, skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const declarations = paths
    .flatMap((path) => program.getSourceFile(path) ?? [])
    .flatMap((file) => file.statements.filter(ts.isInterfaceDeclaration));
  return new Map(
    declarations.map((declaration) => {
      const symbol = checker.getSymbolAtLocation(declaration.name);
      const fields = declaration.members.filter(ts.isPropertySignature);
      return [
        declaration.name.text,
        { meaning: textOf(symbol, checker), fields: fields.map((field) => describeField(field, checker)) },
      ];
    }),
  );
}

function describeField(field: ts.PropertySignature, checker: ts.TypeChecker): FieldDescription {
  const symbol = checker.getSymbolAtLocation(field.name);
  return {
    name: field.name.getText(),
    type: field.type?.getText().replace(/\s+/g, " ").replaceAll("readonly ", "") ?? "",
    default: field.questionToken && (tagOf(symbol, "default") ?? "those of its fields"),
    meaning: textOf(symbol, checker),
    page: tagOf(symbol, "see"),
  };
}

function textOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string {
  return ts.displayPartsToString(symbol?.getDocumentationComment(checker)).replace(/\s+/g, " ").trim();
}

function tagOf(symbol: ts.Symbol | undefined, name: string): string | undefined {
  const tag = symbol?.getJsDocTags().find((each) => each.name === name);
  return tag && ts.displayPartsToString(tag.text).replace(/\s+/g, " ").replace(/^- /, "").trim();
}
