import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BackupsSeen, stateOfBackups } from './backups.ts';
import { type CheckState, type Measured, overallOf, statesOf } from './health.ts';

const WELL: Measured = {
  database: { tookMs: 2, connections: 12, mostConnections: 100 },
  worker: { workers: 1, lagSeconds: 0 },
  events: { lagSeconds: 0 },
  mail: 'answers',
  disk: { freeBytes: 80e9 },
  deadLetters: { open: 0 },
  backups: 'good',
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
    [{ backups: 'bad' }, 'backups', 'bad', 'bad'],
    [{ backups: 'off' }, 'backups', 'off', 'good'],
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

test('a backup that is late, a log that stands still and damage are seen', () => {
  const well: BackupsSeen = {
    ...{ isSetUp: true, isEmbedded: true, lastSeconds: 20 * 3600, logSeconds: 15 },
    ...{ hasDamage: false, hasFailed: false },
  };
  const table: [Partial<BackupsSeen>, CheckState][] = [
    [{}, 'good'],
    [{ isSetUp: false, lastSeconds: undefined }, 'off'],
    [{ lastSeconds: undefined }, 'bad'],
    [{ lastSeconds: 27 * 3600 }, 'warning'],
    [{ lastSeconds: 73 * 3600 }, 'bad'],
    [{ logSeconds: 181 }, 'warning'],
    [{ logSeconds: 1801 }, 'bad'],
    [{ logSeconds: undefined }, 'bad'],
    [{ logSeconds: undefined, isEmbedded: false }, 'good'],
    [{ hasDamage: true }, 'warning'],
    [{ hasFailed: true }, 'warning'],
  ];
  for (const [change, state] of table) {
    assert.equal(stateOfBackups({ ...well, ...change }), state, JSON.stringify(change));
  }
});
