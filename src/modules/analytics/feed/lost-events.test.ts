import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { moment, plantedSources } from '../testing/planted.ts';
import { openAnalytics } from '../warehouse/open-analytics.ts';

const folder = await mkdtemp(join(tmpdir(), 'institor-lost-'));
const planted = plantedSources(folder);
const options = { folder: join(folder, 'own'), sources: planted.sources, zone: 'UTC', memoryMb: 256 };
const analytics = await openAnalytics(options);
after(async () => {
  await analytics.close();
  await rm(folder, { recursive: true, force: true });
});
const NOW = moment('2026-11-27T12:00:00Z');

function visit(id: string, at: string) {
  return { id, at, name: 'page_view', visitor: `of ${id}`, path: '/', market: 'eu', device: 'mobile' };
}

async function known() {
  const [events, sessions, pages] = await Promise.all(
    ['event', 'session', 'page_day'].map((table) => analytics.rows(`select * from ${table} order by all`)),
  );
  return { events: events?.length, sessions: sessions?.length, pages: pages?.length };
}

test('what was taken out of the event log is in no number any more', async () => {
  await planted.logPart('past', [visit('a', '2026-11-20T10:00:00Z'), visit('b', '2026-11-21T10:00:00Z')]);
  await planted.logPart('today', [visit('c', '2026-11-27T10:00:00Z')]);
  await analytics.feed(NOW);
  assert.deepEqual(await known(), { events: 3, sessions: 3, pages: 3 });
  planted.takeOutPart('past');
  await analytics.feed(NOW);
  assert.deepEqual(await known(), { events: 1, sessions: 1, pages: 1 });
  await planted.logPart('later', [visit('d', '2026-11-27T11:00:00Z')]);
  await analytics.feed(NOW);
  assert.deepEqual(await known(), { events: 2, sessions: 2, pages: 1 });
});
