import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Db, type Tx, transactOrRefuse } from '../../../platform/database/index.ts';
import { lockHistory } from '../store/imports.ts';
import type { PastPayment } from './past-payment.ts';

const BATCH = 5_000;

/**
 * Brings in what happened at payment providers before the shop stood here, in one transaction: attempts with their fees, and
 * disputes. The same name of the same origin again is no second import.
 *
 * @returns the import's id
 */
export async function importPayments(
  db: Db,
  input: {
    readonly payments: readonly PastPayment[];
    readonly fileName: string;
    readonly origin: string;
    readonly zone: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<{ readonly importId: number }, Refusal<'already_imported' | 'nothing_new'>>> {
  const { payments, fileName, origin } = input;
  if (payments.length === 0) return refuse('nothing_new', 'there are no payments');
  const digest = hash('sha256', `payments ${origin} ${fileName}`, 'hex');
  return transactOrRefuse(db, async (tx) => {
    await lockHistory(tx);
    const { rows: before } = await sql`select from history.import where digest = ${digest}`.execute(tx);
    if (before.length > 0) return refuse('already_imported', `"${fileName}" of ${origin} is there already`);
    const { rows } = await sql<{ id: number }>`
      insert into history.import (kind, file_name, digest, format, origin, mapping, zone, imported_at, summary)
      values ('payments', ${fileName}, ${digest}, 'rows', ${origin}, '{}', ${input.zone}, ${input.now.toString()},
        ${JSON.stringify({ rows: payments.length })}::jsonb)
      returning id`.execute(tx);
    const importId = rows[0]?.id;
    if (importId === undefined) throw new TypeError('an import got no id');
    for (let at = 0; at < payments.length; at += BATCH) {
      await insertPayments(tx, importId, payments.slice(at, at + BATCH));
    }
    return ok({ importId });
  });
}

async function insertPayments(tx: Tx, importId: number, rows: readonly PastPayment[]): Promise<void> {
  const cells = <Key extends keyof PastPayment>(key: Key) => rows.map((row) => row[key]);
  await sql`
    insert into history.payment (import_id, result, reference, happened_at, document, country, provider, method, reason,
      currency, amount, fee)
    select ${importId}, * from unnest(${cells('result')}::text[], ${cells('reference')}::text[],
      ${rows.map(({ happenedAt }) => happenedAt.toString())}::timestamptz[], ${cells('document')}::text[],
      ${cells('country')}::text[], ${cells('provider')}::text[], ${cells('method')}::text[],
      ${cells('reason')}::text[], ${cells('currency')}::text[], ${cells('amountMinor')}::bigint[],
      ${cells('feeMinor')}::bigint[])`.execute(tx);
}
