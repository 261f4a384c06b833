import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../../platform/database/index.ts';
import { type FileStore, folderStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/id.ts';
import { openWarehouse } from '../../../platform/warehouse/index.ts';
import type { EventInput } from '../event.ts';
import type { Sender } from '../intake/collect.ts';
import { fetchParts } from '../log/workshop.ts';
import { listEventParts } from '../store/parts.ts';

export const NOW = Temporal.Instant.from('2026-11-27T10:00:00Z');

export const SHOPPER: Extract<Sender, { kind: 'browser' }> = {
  kind: 'browser',
  ip: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  site: 'shop.example',
  acceptLanguage: 'de',
  hasGpc: false,
};

/** Events of an hour ago, unless said otherwise. */
export function someEvents(count: number, own: Partial<EventInput> = {}): EventInput[] {
  return Array.from({ length: count }, () => ({
    ...{ id: newId(), name: 'page_view', happenedAt: NOW.subtract({ hours: 1 }), params: {} },
    ...own,
  }));
}

export async function aFileStore(): Promise<{
  readonly files: FileStore;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'institor-log-'));
  return { files: folderStore(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What the event log says, as rows in the order of ids. */
export async function readLog({ db }: Connection, files: FileStore) {
  const parts = await listEventParts(db);
  if (parts.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'institor-read-'));
  const warehouse = await openWarehouse({ memoryMb: 128, threads: 1, readers: 1 });
  try {
    return await warehouse.change(async (session) => {
      const table = await fetchParts({ session, folder }, files, parts);
      return session.rows(`select * from ${table} order by id`);
    });
  } finally {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  }
}
