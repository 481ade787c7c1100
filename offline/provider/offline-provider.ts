import {
  type ApplyRequest,
  type Diagnostic,
  type PlanRequest,
  type PlanResponse,
  type ProviderCalls,
  type StateResponse,
} from "../protocol/provider-calls";
import { type Values } from "../values/value";
import { applyChange } from "./apply-change";
import { checkUnconfigurable } from "./check-unconfigurable";
import { planChange } from "./plan-change";
import { type ProviderSettings, readProviderSettings } from "./provider-settings";
import { type ProviderWorld } from "./provider-world";
import { readData } from "./read-data";
import { importExisting, readExisting } from "./read-existing";

export interface OfflineProviderOptions extends Omit<ProviderWorld, "settings"> {
  /** Account that the credentials belong to. @default - the one that the provider's configuration asks for */
  readonly asAccount?: string;
  /** Types to offer; undefined for all. */
  types(): OfferedTypes | undefined;
}

export interface OfferedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

/** One configured AWS provider that keeps its accounts in files instead of calling AWS. */
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
    const { settings, diagnostics } = readProviderSettings(config, this.options.asAccount);
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
    return readExisting(this.world(), type, current, privateBytes);
  }

  async plan(request: PlanRequest): Promise<PlanResponse> {
    return planChange(this.world(), request);
  }

  async apply(request: ApplyRequest): Promise<StateResponse> {
    if (this.isStopped) throw new Error("terraform was interrupted; nothing was changed");
    return applyChange(this.world(), request);
  }

  async import(type: string, id: string): Promise<StateResponse> {
    return importExisting(this.world(), type, id);
  }

  async readDataSource(type: string, config: Values) {
    return readData(this.world(), type, config);
  }

  stop(): void {
    this.isStopped = true;
  }

  private world(): ProviderWorld {
    if (!this.settings) throw new Error("terraform must configure the provider before it asks for anything");
    return { ...this.options, settings: this.settings };
  }
}

/** Types that exist and are wanted. */
function offered(existing: readonly string[], wanted: readonly string[] | undefined): readonly string[] {
  const chosen = new Set(wanted ?? existing);
  return existing.filter((type) => chosen.has(type));
}
