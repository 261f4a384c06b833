import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { KeptMenuItem } from '../menu.ts';

/** Writes the menu when it is another than before; returns whether it was. */
export async function writeMenu(
  tx: Tx,
  menu: { readonly handle: string; readonly items: readonly KeptMenuItem[]; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    insert into content.menu as kept (handle, items, updated_at)
    values (${menu.handle}, ${JSON.stringify(menu.items)}::jsonb, ${menu.now.toString()})
    on conflict (handle) do update set items = excluded.items, updated_at = excluded.updated_at
    where kept.items <> excluded.items
    returning handle`.execute(tx);
  return rows.length > 0;
}

export async function readMenuItems(db: Db, handle: string): Promise<readonly KeptMenuItem[]> {
  const { rows } = await sql<{ items: KeptMenuItem[] }>`
    select items from content.menu where handle = ${handle}`.execute(db);
  return rows[0]?.items ?? [];
}

/** Writes the sections when they are others than before; returns whether they were. */
export async function writeSectionSet(
  tx: Tx,
  set: { readonly handle: string; readonly sections: readonly object[]; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    insert into content.section_set as kept (handle, sections, updated_at)
    values (${set.handle}, ${JSON.stringify(set.sections)}::jsonb, ${set.now.toString()})
    on conflict (handle) do update set sections = excluded.sections, updated_at = excluded.updated_at
    where kept.sections <> excluded.sections
    returning handle`.execute(tx);
  return rows.length > 0;
}

/** The sections of this handle, as `writeSectionSet` was given them. */
export async function readSectionSet<Kept>(db: Db, handle: string): Promise<readonly Kept[]> {
  const { rows } = await sql<{ sections: Kept[] }>`
    select sections from content.section_set where handle = ${handle}`.execute(db);
  return rows[0]?.sections ?? [];
}
