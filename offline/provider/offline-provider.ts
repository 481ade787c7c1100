import { CloudFileError } from "../cloud/cloud-file";
import {
  type ApplyRequest,
  type Diagnostic,
  type PlanRequest,
  type PlanResponse,
  type ProviderCalls,
  type StateResponse,
} from "../protocol/provider-calls";
import { RefusedCall } from "../protocol/refused-call";
import { type Values } from "../values/value";
import { applyChange } from "./apply-change";
import { checkUnconfigurable } from "./check-unconfigurable";
import { planChange } from "./plan-change";
import { type ProviderSettings, type ReadSettings } from "./provider-settings";
import { type ProviderWorld } from "./provider-world";
import { readData } from "./read-data";
import { importExisting, readExisting } from "./read-existing";

export interface OfflineProviderOptions extends Omit<ProviderWorld, "settings"> {
  readonly readSettings: ReadSettings;
  /** Types to offer; undefined for all. */
  types(): OfferedTypes | undefined;
}

export interface OfferedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/** One configured provider that keeps what exists in files instead of calling AWS, or Vault. */
export class OfflineProvider implements ProviderCalls {
  private settings: ProviderSettings | undefined;
  private isStopped = false;

  constructor(private readonly options: OfflineProviderOptions) {}

  schemas() {
    const { source, types } = this.options;
    const wanted = types();
    return {
      source,
      resources: offered(source.resourceTypes, wanted?.resources),
      dataSources: offered(source.dataSourceTypes, wanted?.dataSources),
    };
  }

  async configure(config: Values): Promise<readonly Diagnostic[]> {
    const { settings, diagnostics } = this.options.readSettings(config);
    this.settings = settings;
    return diagnostics;
  }

  /** What AWS would refuse is checked in the plan, because much of it needs a region or an account. */
  validateResource(type: string, config: Values): readonly Diagnostic[] {
    return checkUnconfigurable(this.options.source.resource(type), config);
  }

  validateDataSource(type: string, config: Values): readonly Diagnostic[] {
    return checkUnconfigurable(this.options.source.dataSource(type), config);
  }

  async read(type: string, current: Values, privateBytes: Uint8Array): Promise<StateResponse> {
    return this.inWorld((world) => readExisting(world, type, current, privateBytes));
  }

  async plan(request: PlanRequest): Promise<PlanResponse> {
    return this.inWorld((world) => planChange(world, request));
  }

  async apply(request: ApplyRequest): Promise<StateResponse> {
    if (this.isStopped) throw new Error("terraform was interrupted; nothing was changed");
    return this.inWorld((world) => applyChange(world, request));
  }

  async import(type: string, id: string): Promise<StateResponse> {
    return this.inWorld((world) => importExisting(world, type, id));
  }

  async readDataSource(type: string, config: Values) {
    return this.inWorld((world) => readData(world, type, config));
  }

  stop(): void {
    this.isStopped = true;
  }

  private async inWorld<T>(answer: (world: ProviderWorld) => T | Promise<T>): Promise<T> {
    if (!this.settings) throw new Error("terraform must configure the provider before it asks for anything");
    try {
      return await answer({ ...this.options, settings: this.settings });
    } catch (error) {
      throw error instanceof CloudFileError ? new RefusedCall(brokenWorld(error)) : error;
    }
  }
}

function brokenWorld({ message }: CloudFileError): Diagnostic {
  return { severity: "error", summary: "The offline account's file cannot be used", detail: message };
}

/** Types that exist and are wanted. */
function offered(existing: readonly string[], wanted: readonly string[] | undefined): readonly string[] {
  const chosen = new Set(wanted ?? existing);
  return existing.filter((type) => chosen.has(type));
}
