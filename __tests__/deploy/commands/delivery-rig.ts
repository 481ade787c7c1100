import type { DeliveryRequest, ServiceResult } from "../../../deploy/commands/delivery-request";
import { deploy } from "../../../deploy/commands/deploy";
import type { Surroundings } from "../../../deploy/ports/ports";
import type { Progress } from "../../../deploy/progress/progress";
import { LocalAws } from "../../support/local-aws/local-aws";
import type { LocalService } from "../../support/local-aws/local-service";
import type { ServiceSettings } from "../../support/local-aws/service-settings";

/** A local AWS with the commands that change services, as `cli/` would call them. */
export class DeliveryRig {
  /** What the commands told, in order. */
  readonly told: Progress[] = [];
  readonly interruption = new AbortController();
  /** Milliseconds that the command's clock is ahead. */
  ahead = 0;

  private constructor(readonly aws: LocalAws) {}

  static async start(): Promise<DeliveryRig> {
    const aws = await LocalAws.start();
    aws.pace = 5;
    Object.assign(process.env, aws.env);
    return new DeliveryRig(aws);
  }

  stop(): Promise<void> {
    return this.aws.stop();
  }

  addService(settings: Partial<ServiceSettings> = {}): LocalService {
    return this.aws.addService({ name: "orders", ...settings });
  }

  /** Options of a command, for the service `orders` in `dev`. */
  request(options: Partial<DeliveryRequest> = {}): DeliveryRequest {
    return {
      environment: "dev",
      services: ["orders"],
      source: { kind: "parameter" },
      access: { region: "eu-west-1" },
      origin: {},
      pollSeconds: 0.005,
      isAwaited: true,
      waitsForOther: false,
      isDespiteAlarms: false,
      isDryRun: false,
      ...options,
    };
  }

  readonly report = (progress: Progress): void => void this.told.push(progress);

  get surroundings(): Surroundings {
    return {
      now: () => Date.now() + this.ahead,
      // The command waits minutes before it believes something odd; every look makes the clock go on.
      sleep: (milliseconds) => {
        this.ahead += 1_000;
        return new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 100)));
      },
      interrupted: this.interruption.signal,
    };
  }

  /** Deploys an image to `orders`, and gives what became of it. */
  async deploy(image: string, options: Partial<DeliveryRequest> = {}): Promise<ServiceResult> {
    const results = await deploy({ ...this.request(options), image }, this.report, this.surroundings);
    return only(results);
  }

  /** Operations that change something, in order. */
  get changes(): readonly string[] {
    return this.aws.operationsCalled.filter((operation) =>
      /:(Register|Deregister|Update|Tag|Create|Stop|Put)/.test(operation),
    );
  }
}

export function only<Value>(values: readonly Value[]): Value {
  const [first] = values;
  if (first === undefined || values.length !== 1) throw new Error(`${values.length} values`);
  return first;
}
