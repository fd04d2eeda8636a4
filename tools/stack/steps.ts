/** Where the progress of a start goes. */
export interface StartLog {
  /** A line that stays. */
  line(text: string): void;
  /** A passing remark on the step that is being done; a later one replaces it. */
  passing?(text: string): void;
}

const WIDTH = 24;
const SAID = 52;

/** Numbers the steps of a start and says of each what came of it and how long it took. */
export class Steps {
  private begun = 0;

  constructor(
    private readonly total: number,
    private readonly log: StartLog,
  ) {}

  /** Does one step; `work` returns its result and what to say of it. */
  async take<T>(name: string, work: (passing: (text: string) => void) => Promise<{ result: T; says: string }>): Promise<T> {
    const label = `[${++this.begun}/${this.total}] ${name} `.padEnd(WIDTH, '.');
    const start = performance.now();
    const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
    const { result, says } = await work((text) => this.log.passing?.(`${label} ${text}`));
    this.log.line(`${label} ${says.padEnd(SAID)} ${seconds().padStart(6)} s`);
    return result;
  }
}
