/** What happens in AWS over time: each step ends with the beats until the next one. */
export type Script = Generator<number, void, void>;

/** A script that is under way. */
export interface Running {
  /** The rest of it never happens. */
  cancel(): void;
}

interface Due {
  at: number;
  readonly order: number;
  readonly script: Script;
  cancelled: boolean;
}

/**
 * Time as AWS's background work sees it, in beats of a few milliseconds. Nothing runs by itself: whatever is due happens when
 * somebody looks (`settle`), each step at its own time. `stop` and `tick` make tests independent of the machine's speed.
 */
export class Clock {
  /** Milliseconds of one beat. */
  pace = 15;
  private current: number | undefined;
  private stoppedAt: number | undefined;
  private started = 0;
  private due: Due[] = [];

  /** Milliseconds since 1970. */
  now(): number {
    return this.current ?? this.stoppedAt ?? Date.now();
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Begins a script: its first step happens now. */
  run(script: Script): Running {
    const due: Due = { at: this.now(), order: this.started++, script, cancelled: false };
    this.step(due);
    return {
      cancel: () => {
        due.cancelled = true;
      },
    };
  }

  /** Does what is due. */
  settle(): void {
    if (this.current !== undefined) return;
    const until = this.now();
    for (;;) {
      const next = this.due
        .filter(({ at, cancelled }) => at <= until && !cancelled)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (!next) break;
      this.due = this.due.filter((due) => due !== next && !due.cancelled);
      this.current = next.at;
      this.step(next);
      this.current = undefined;
    }
  }

  /** From now on time passes by `tick` only. */
  stop(): void {
    this.settle();
    this.stoppedAt ??= Date.now();
  }

  /** Lets beats pass in a stopped clock. */
  tick(beats = 1): void {
    if (this.stoppedAt === undefined) throw new Error("the clock runs: stop() it first");
    this.stoppedAt += beats * this.pace;
    this.settle();
  }

  private step(due: Due): void {
    const { done, value } = due.script.next();
    if (done === true || due.cancelled) return;
    due.at = this.now() + value * this.pace;
    this.due.push(due);
  }
}
