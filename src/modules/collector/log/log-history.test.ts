import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../../test/database.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { openCollector } from '../index.ts';
import { listEventParts, readLogRevision } from '../store/parts.ts';
import { aFileStore, NOW, readLog, SHOPPER, someEvents } from '../testing/a-collector.ts';
import { logEvents } from './log-events.ts';
import { logHistory, pastLine, removeLogged } from './log-history.ts';
import { mergeParts } from './merge-parts.ts';

const connection = await testDatabase();
const { db } = connection;
const { files, remove } = await aFileStore();
const collector = openCollector(connection);
after(async () => {
  await collector.close();
  await remove();
});
const deps = { db, files };
const origin = 'elsewhere';

function past(count: number, hoursAgo: number): string[] {
  return Array.from({ length: count }, () => {
    const happenedAt = NOW.subtract({ hours: hoursAgo });
    return pastLine({
      event: { id: newId(), name: 'page_view', happenedAt, path: '/', items: [], data: {} },
      about: { mode: 'cookieless', visitor: 'v', arrivedAt: happenedAt, hasGpc: false },
    });
  });
}

async function collectSome(count: number): Promise<void> {
  await collector.collect({ events: someEvents(count), sender: SHOPPER, now: NOW });
}

const first = [...past(3, 24), ...past(2, 48), ...past(4, 1)];

test('a past stands in the log by its days, and written again it is not there twice', async () => {
  await collectSome(2);
  await logEvents(deps, { now: NOW });
  assert.equal(await logHistory(deps, { origin, lines: first, now: NOW }), 9);
  assert.equal(await logHistory(deps, { origin, lines: first, now: NOW }), 0);
  const more = past(1, 24);
  assert.equal(await logHistory(deps, { origin, lines: [...first, ...more], now: NOW }), 1);
  const parts = await listEventParts(db);
  assert.deepEqual(
    parts.map(({ day, origin: of, events }) => [day.toString(), of, Number(events)]),
    [
      ['2026-11-27', '', 2],
      ['2026-11-25', origin, 2],
      ['2026-11-26', origin, 3],
      ['2026-11-27', origin, 4],
      ['2026-11-26', origin, 1],
    ],
  );
  const logged = await readLog(connection, files);
  assert.equal(logged.length, 12);
  assert.equal(new Set(logged.map((row) => row['id'])).size, 12);
});

test('nobody reads past what is committed later: whoever was overtaken writes anew', async () => {
  const last = (await listEventParts(db)).at(-1)?.lastNumber ?? 0n;
  let isOpen = true;
  // While its file is stored, the log goes on: another part is committed with a higher number.
  const put: FileStore['put'] = async (...file) => {
    const stored = await files.put(...file);
    if (isOpen) {
      isOpen = false;
      await collectSome(3);
      await logEvents(deps, { now: NOW });
    }
    return stored;
  };
  const slow = { db, files: { ...files, put } };
  assert.equal(await logHistory(slow, { origin, lines: past(6, 5), now: NOW }), 6);
  // Rows stand in the order in which they were written, one commit after the other.
  const { rows } = await connection.pool.query<{ number: string }>(
    'select first_number as number from collector.part where first_number > $1 order by ctid',
    [String(last)],
  );
  const numbers = rows.map(({ number }) => BigInt(number));
  assert.equal(numbers.length, 2);
  assert.deepEqual(
    numbers,
    numbers.toSorted((a, b) => Number(a - b)),
  );
});

test('it is never merged with what was collected, and goes as a whole, told by the revision', async () => {
  await collectSome(1);
  await logEvents(deps, { now: NOW });
  await mergeParts(deps, { of: 'days_over', now: NOW.add({ hours: 48 }) });
  const [before, own] = [await readLogRevision(db), (await readLog(connection, files)).length];
  const taken = await db.transaction().execute((tx) => removeLogged(tx, { origin, now: NOW }));
  assert.equal(taken, 5);
  assert.equal(await readLogRevision(db), before + 1n);
  const parts = await listEventParts(db);
  assert.deepEqual([...new Set(parts.map((part) => part.origin))], ['']);
  assert.equal((await readLog(connection, files)).length, own - 16);
});
