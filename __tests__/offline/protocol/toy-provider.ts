import {
  type ApplyRequest,
  type Diagnostic,
  type PlanRequest,
  type PlanResponse,
  type ProviderCalls,
  type StateResponse,
} from "../../../offline/protocol/provider-calls";
import { type BlockSchema, type SchemaSource } from "../../../offline/schema/schema";
import { unknown, type Value, type Values } from "../../../offline/values/value";

const text = { type: "string", required: false, optional: true, computed: false } as const;
const id = { ...text, optional: false, computed: true } as const;

const provider: BlockSchema = { attributes: { region: text }, blocks: {} };

/** A type with something of each kind: number, set, map, dynamic value, repeated and single blocks. */
const box: BlockSchema = {
  attributes: {
    id,
    name: { ...text, required: true, optional: false },
    weight: { ...text, type: "number" },
    labels: { ...text, type: ["set", "string"] },
    tags: { ...text, type: ["map", "string"] },
    anything: { ...text, type: "dynamic" },
  },
  blocks: {
    part: { nesting: "list", block: { attributes: { size: { ...text, type: "number" } }, blocks: {} } },
    hole: { nesting: "set", block: { attributes: { shape: text }, blocks: {} } },
    lid: { nesting: "list", maxItems: 1, block: { attributes: { color: text }, blocks: {} } },
  },
};

const shelf: BlockSchema = {
  attributes: { id, box_id: { ...text, required: true, optional: false } },
  blocks: {},
};

const blocks: Readonly<Record<string, BlockSchema>> = { aws_box: box, aws_shelf: shelf };

export const toySource: SchemaSource = {
  providerVersion: "1.2.3",
  provider,
  resourceTypes: Object.keys(blocks),
  dataSourceTypes: ["aws_box"],
  resource: blockOf,
  dataSource: blockOf,
};

function blockOf(type: string): BlockSchema {
  const block = blocks[type];
  if (!block) throw new Error(`no type ${type}`);
  return block;
}

/** Keeps resources in a map by id and records what it is asked. */
export class ToyProvider implements ProviderCalls {
  readonly asked: string[] = [];
  region: Value = null;

  constructor(
    readonly world = new Map<string, Values>(),
    private readonly changes: Partial<ProviderCalls> = {},
  ) {}

  schemas() {
    this.asked.push("schemas");
    return { source: toySource, resources: toySource.resourceTypes, dataSources: ["aws_box"] };
  }

  async configure(config: Values): Promise<readonly Diagnostic[]> {
    this.asked.push("configure");
    this.region = config.region ?? null;
    return [];
  }

  validateResource(type: string, config: Values): readonly Diagnostic[] {
    return this.changes.validateResource?.(type, config) ?? [];
  }

  validateDataSource(): readonly Diagnostic[] {
    return [];
  }

  async read(type: string, current: Values, privateBytes: Uint8Array) {
    this.asked.push(`read ${type}`);
    const state = this.world.get(String(current.id)) ?? null;
    return { state, private: privateBytes, diagnostics: [] };
  }

  async plan(request: PlanRequest): Promise<PlanResponse> {
    this.asked.push(`plan ${request.type}`);
    if (this.changes.plan) return this.changes.plan(request);
    const { prior, proposed } = request;
    const planned: Values | null = proposed && !prior ? { ...proposed, id: unknown } : proposed;
    const isRenamed = prior !== null && proposed !== null && prior.name !== proposed.name;
    return {
      planned,
      requiresReplace: isRenamed ? [["name"]] : [],
      private: Buffer.from("private"),
      diagnostics: [],
    };
  }

  async apply(request: ApplyRequest): Promise<StateResponse> {
    this.asked.push(`apply ${request.type}`);
    if (this.changes.apply) return this.changes.apply(request);
    const { type, prior, planned } = request;
    if (!planned) {
      this.world.delete(String(prior?.id));
      return { state: null, private: Buffer.alloc(0), diagnostics: [] };
    }
    const newId = planned.id === unknown ? `${type}-${String(this.region)}-${this.world.size}` : planned.id;
    const state = { ...planned, id: newId ?? null };
    this.world.set(String(newId), state);
    return { state, private: Buffer.from("private"), diagnostics: [] };
  }

  async import(type: string, given: string) {
    this.asked.push(`import ${type} ${given}`);
    return { state: this.world.get(given) ?? null, private: Buffer.alloc(0), diagnostics: [] };
  }

  async readDataSource(type: string, config: Values) {
    this.asked.push(`data ${type}`);
    const found = [...this.world.values()].find(({ name }) => name === config.name);
    return { state: found ?? { ...config, id: "none" }, diagnostics: [] };
  }

  stop(): void {
    this.asked.push("stop");
  }
}
