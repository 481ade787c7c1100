import { type Refusal } from "../../rules/rule";
import { asItems, asText } from "../../values/reading";
import { type Values } from "../../values/value";
import { type Answer, type DataSource } from "../data-source";
import { goJson } from "./go-json";
import { parseDocument } from "./parse-document";
import { documentAsJson, emptyDocument, mergeDocuments, type PolicyDocument } from "./policy-model";
import { PolicyError, readStatements } from "./read-statements";
import { hashCode } from "./set-order";

/**
 * Renders a policy as the provider does, byte for byte: the documents under it, the statements of the block, the documents
 * over it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs/data-sources/iam_policy_document
 */
export const policyDocument: DataSource = {
  type: "aws_iam_policy_document",
  read(configuration: Values): Answer {
    try {
      return { values: render(configuration) };
    } catch (error) {
      if (error instanceof PolicyError) return { refusal: error.refusal };
      throw error;
    }
  },
};

function render(configuration: Values): Values {
  const version = checkedVersion(configuration);
  for (const unused of ["source_json", "override_json"]) checkUnused(configuration, unused);
  const own: PolicyDocument = {
    version,
    id: asText(configuration["policy_id"]) ?? "",
    statements: readStatements(asItems(configuration["statement"]), version),
  };
  const under = mergeAll(emptyDocument, readDocuments(configuration, "source"), "unique Sids");
  const document = documentAsJson(
    mergeAll(mergeDocuments(under, own), readDocuments(configuration, "override")),
  );
  const json = goJson(document, 2);
  return {
    id: String(hashCode(json)),
    json,
    minified_json: goJson(document),
    version,
    statement: asItems(configuration["statement"]).map((statement) => ({
      ...statement,
      effect: asText(statement["effect"]) ?? "Allow",
    })),
  };
}

interface GivenDocument {
  readonly document: PolicyDocument;
  readonly at: { readonly attribute: string; readonly index: number };
}

function readDocuments(configuration: Values, kind: "source" | "override"): readonly GivenDocument[] {
  const attribute = `${kind}_policy_documents`;
  const texts = configuration[attribute];
  if (!Array.isArray(texts)) return [];
  return texts.flatMap((text, index) => {
    // The plugin SDK hands an empty text to the provider as nothing, and the provider skips it.
    if (typeof text !== "string" || text === "") return [];
    try {
      return [{ document: parseDocument(text), at: { attribute, index } }];
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const message = `writing IAM Policy Document: merging ${kind} document ${index}: ${error.message}`;
      throw new PolicyError(refusal(message, "Write a policy document in JSON.", [attribute, index]));
    }
  });
}

function mergeAll(
  base: PolicyDocument,
  given: readonly GivenDocument[],
  need?: "unique Sids",
): PolicyDocument {
  const seen = new Set<string>();
  return given.reduce((merged, { document, at }) => {
    for (const [index, { sid }] of document.statements.entries()) {
      if (need && sid !== "" && seen.has(sid)) {
        const message = `writing IAM Policy Document: merging source document ${at.index}: duplicate Sid (${sid}) in source_policy_documents (statement ${index}). Remove the Sid or ensure Sids are unique.`;
        throw new PolicyError(refusal(message, "Give each statement its own sid.", [at.attribute, at.index]));
      }
      seen.add(sid);
    }
    return mergeDocuments(merged, document);
  }, base);
}

function checkedVersion(configuration: Values): string {
  const version = asText(configuration["version"]) ?? "2012-10-17";
  if (["2008-10-17", "2012-10-17"].includes(version)) return version;
  const message = `expected version to be one of ["2008-10-17" "2012-10-17"], got ${version}`;
  throw new PolicyError(refusal(message, "Leave version out: 2012-10-17 is the current one.", ["version"]));
}

function checkUnused(configuration: Values, attribute: string): void {
  const text = asText(configuration[attribute]) ?? "";
  if (text === "") return;
  const message = `expected "${attribute}" to be an empty string: got ${text}`;
  throw new PolicyError(
    refusal(message, `Use ${attribute.replace("json", "policy_documents")} instead.`, [attribute]),
  );
}

function refusal(message: string, advice: string, path: readonly (string | number)[]): Refusal {
  return { code: "InvalidPolicyDocument", message, advice, path };
}
