// Counts the statements and outside calls that this process makes once it is armed, and ends it without a last word at
// the one that CRASH_AT names, before it is made or after it was answered.
import pg from 'pg';

const AT = Number(process.env['CRASH_AT'] ?? 0);
const WHEN = process.env['CRASH_WHEN'] ?? 'before';

let isArmed = false;
let points = 0;

/** From now on everything counts. */
export function arm(): void {
  isArmed = true;
}

export function pointsPassed(): number {
  return points;
}

/** Makes a call that may be the last one. */
export async function atPoint<Value>(call: () => Promise<Value>): Promise<Value> {
  if (!isArmed) return call();
  points += 1;
  const isLast = points === AT;
  if (isLast && WHEN === 'before') die();
  const value = await call();
  if (isLast && WHEN === 'after') die();
  return value;
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way: nothing may happen in between.
  for (;;);
}

type Query = (...given: readonly unknown[]) => unknown;

const plain: Query = pg.Client.prototype.query;
const counted: Query = function (this: pg.Client, ...given) {
  const isWithCallback = given.some((one) => typeof one === 'function');
  if (isWithCallback) return plain.apply(this, [...given]);
  return atPoint(async () => plain.apply(this, [...given]));
};
Object.assign(pg.Client.prototype, { query: counted });
