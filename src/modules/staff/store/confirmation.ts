import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';

type Row = { readonly refundsAbove: string };

/** `undefined`: nobody has said it yet. */
export async function selectConfirmation(db: Db): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select to_char(refunds_above, 'FM999999999999990.0099') as "refundsAbove" from staff.confirmation`.execute(
    db,
  );
  return rows[0];
}

export async function writeConfirmation(tx: Tx, { refundsAbove }: Row): Promise<void> {
  await sql`
    insert into staff.confirmation (refunds_above) values (${refundsAbove}::numeric)
    on conflict (only_one) do update set refunds_above = excluded.refunds_above`.execute(tx);
}
