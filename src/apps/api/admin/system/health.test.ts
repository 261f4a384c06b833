import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CheckState, type Measured, overallOf, statesOf } from './health.ts';

const WELL: Measured = {
  database: { tookMs: 2, connections: 12, mostConnections: 100 },
  worker: { workers: 1, lagSeconds: 0 },
  events: { lagSeconds: 0 },
  mail: 'answers',
  disk: { freeBytes: 80e9 },
  deadLetters: { open: 0 },
};

test('a part that does not do its work is named, and how bad it is', () => {
  const table: [Partial<Measured>, keyof Measured, CheckState, overall: CheckState][] = [
    [{}, 'worker', 'good', 'good'],
    [{ database: { ...WELL.database, tookMs: 251 } }, 'database', 'warning', 'warning'],
    [{ database: { ...WELL.database, connections: 90 } }, 'database', 'warning', 'warning'],
    [{ worker: { workers: 0, lagSeconds: 0 } }, 'worker', 'bad', 'bad'],
    [{ worker: { workers: 2, lagSeconds: 59 } }, 'worker', 'good', 'good'],
    [{ worker: { workers: 2, lagSeconds: 60 } }, 'worker', 'warning', 'warning'],
    [{ worker: { workers: 2, lagSeconds: 600 } }, 'worker', 'bad', 'bad'],
    [{ events: { lagSeconds: 30 } }, 'events', 'warning', 'warning'],
    [{ events: { lagSeconds: 300 } }, 'events', 'bad', 'bad'],
    [{ mail: 'off' }, 'mail', 'off', 'good'],
    [{ mail: 'fails' }, 'mail', 'bad', 'bad'],
    [{ disk: { freeBytes: 4.9e9 } }, 'disk', 'warning', 'warning'],
    [{ disk: { freeBytes: 0.9e9 } }, 'disk', 'bad', 'bad'],
    [{ deadLetters: { open: 1 } }, 'deadLetters', 'warning', 'warning'],
  ];
  for (const [change, part, state, overall] of table) {
    const states = statesOf({ ...WELL, ...change });
    assert.deepEqual(
      [states[part], overallOf(states)],
      [state, overall],
      `${part} ${JSON.stringify(change)}`,
    );
  }
});
