import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseId } from '../../kernel/index.ts';
import type { Db } from '../../platform/database/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { type CustomerId, eraseCustomer } from '../customers/index.ts';

const FOLDER = 'erasures';
const note = z.object({ customerId: z.string(), erasedAt: z.string() });

/**
 * Notes beside the backups that a person was erased, by their id alone, so that a backup from before does not bring them back
 * (GDPR, articles 17 and 5 (1) (e)).
 */
export function erasureReaction(folder: string | undefined): Reaction {
  return {
    name: 'backups.note_erasure',
    topic: 'customers.erased',
    run: async (_tx, { payload: { customerId }, toldAt }) => {
      if (folder === undefined) return;
      const place = join(folder, FOLDER);
      await mkdir(place, { recursive: true, mode: 0o700 });
      const draft = join(place, `.${customerId}`);
      await writeFile(draft, JSON.stringify({ customerId, erasedAt: toldAt.toString() }), { flush: true });
      await rename(draft, join(place, `${customerId}.json`));
    },
  };
}

/**
 * Erases again whom the restored state brought back: all who were erased after it.
 *
 * @returns how many
 */
export async function eraseAgain(
  db: Db,
  {
    folder,
    since,
    now,
  }: { readonly folder: string; readonly since: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<number> {
  let erased = 0;
  for (const { id, erasedAt } of await readNotes(join(folder, FOLDER))) {
    if (Temporal.Instant.compare(erasedAt, since) < 0) continue;
    const done = await db.transaction().execute((tx) => eraseCustomer(tx, { id, now }));
    // Refused where they were erased in the restored state already, or came after it.
    if (done.ok) erased++;
  }
  return erased;
}

async function readNotes(place: string) {
  const names = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const notes: { readonly id: CustomerId; readonly erasedAt: Temporal.Instant }[] = [];
  for (const name of names.filter((one) => one.endsWith('.json'))) {
    const { customerId, erasedAt } = note.parse(JSON.parse(await readFile(join(place, name), 'utf8')));
    const id = parseId<'customer'>(customerId);
    if (id !== undefined) notes.push({ id, erasedAt: Temporal.Instant.from(erasedAt) });
  }
  return notes;
}
