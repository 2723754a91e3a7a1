// Loaded by every Node of a simulated machine before its program: its clock goes ahead by as much as the file says.
import { readFileSync } from 'node:fs';

const ahead = JSON.parse(readFileSync(process.env.SIMULATION_CLOCK, 'utf8')).at(-1)?.ahead ?? 0;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + ahead);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + ahead;
  }
};
