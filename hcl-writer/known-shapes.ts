import { plainShape, type BodyShape } from "./body-shape";

function shapeOf(parts: {
  readonly blocks?: Readonly<Record<string, BodyShape>>;
  readonly references?: readonly string[];
  readonly literals?: readonly string[];
  readonly first?: readonly string[];
  readonly last?: readonly string[];
}): BodyShape {
  const { blocks = {}, references = [], literals = [], first, last } = parts;
  return {
    blocks: new Map(Object.entries(blocks)),
    references: new Set(references),
    literals: new Set(literals),
    first,
    last,
  };
}

const lifecycle = shapeOf({
  blocks: {
    precondition: plainShape,
    postcondition: plainShape,
    action_trigger: shapeOf({ references: ["actions"] }),
  },
  references: ["ignore_changes", "replace_triggered_by"],
});

/** Meta-arguments that every resource and data source understands. */
export const resourceShape = shapeOf({
  blocks: { lifecycle, connection: plainShape, timeouts: plainShape },
  references: ["provider", "depends_on"],
  first: ["for_each", "count", "provider"],
  last: ["dynamic", "timeouts", "connection", "provisioner", "lifecycle", "depends_on"],
});

/** Inside `provisioner "local-exec" {`. */
export const provisionerShape = shapeOf({
  blocks: { connection: plainShape },
  references: ["when", "on_failure"],
});

/** Inside `dynamic "setting" {`; its `content` has the shape of the block it makes. */
export function dynamicShape(content: BodyShape): BodyShape {
  return shapeOf({ blocks: { content }, references: ["iterator"] });
}

/** Bodies of top-level blocks whose schema belongs to Terraform itself. */
export const topLevelShapes: Readonly<Record<string, BodyShape>> = {
  resource: resourceShape,
  data: resourceShape,
  ephemeral: resourceShape,
  provider: plainShape,
  module: shapeOf({
    references: ["providers", "depends_on"],
    literals: ["source", "version"],
    first: ["source", "version", "for_each", "count", "providers"],
    last: ["depends_on"],
  }),
  variable: shapeOf({
    blocks: { validation: plainShape },
    references: ["type"],
    literals: ["description", "default"],
    first: ["type"],
  }),
  output: shapeOf({
    blocks: { precondition: plainShape },
    references: ["depends_on"],
    literals: ["description"],
    last: ["depends_on"],
  }),
  locals: plainShape,
  moved: shapeOf({ references: ["from", "to"], first: ["from", "to"] }),
  import: shapeOf({ references: ["to", "provider"], first: ["for_each", "to", "id", "provider"] }),
  removed: shapeOf({ blocks: { lifecycle }, references: ["from"], first: ["from"] }),
  check: shapeOf({ blocks: { assert: plainShape }, last: ["data", "assert"] }),
};

/** Inside `terraform {`. `required_providers` is a block of attributes, a backend carries its name as a label. */
export const terraformShape = shapeOf({
  blocks: { required_providers: plainShape, cloud: shapeOf({ blocks: { workspaces: plainShape } }) },
  references: ["experiments"],
  first: ["required_version"],
  last: ["required_providers", "provider_meta", "backend", "cloud"],
});

/** Inside `backend "remote" {`; other backends have attributes only. */
export const backendShape = shapeOf({ blocks: { workspaces: plainShape } });
