// Preloaded into one process: its clock is off by CLOCK_OFF_MS; monotonic time and other processes are as they are.
import process from 'node:process';

const off = Number(process.env.CLOCK_OFF_MS ?? 0);
const TrueDate = Date;
globalThis.Date = class extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + off);
    else super(...given);
  }
  static now() {
    return TrueDate.now() + off;
  }
};
