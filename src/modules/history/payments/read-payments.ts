import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { KeptPayment, PastPayment } from './past-payment.ts';

/**
 * What happened at providers elsewhere, in the order in which imports committed. It stays as it is until
 * `readHistoryRevision` has another number.
 */
export async function readPastPayments(
  db: Db,
  { after = 0n, limit }: { readonly after?: bigint; readonly limit: number },
): Promise<readonly KeptPayment[]> {
  const { rows } = await sql<Row>`
    select payment.id, origin, result, reference, happened_at as "happenedAt", document, country, provider, method, reason,
      currency, amount as "amountMinor", fee as "feeMinor"
    from history.payment join history.import on import.id = payment.import_id
    where payment.id > ${after} order by payment.id limit ${limit}`.execute(db);
  return rows.map(({ origin, ...row }) => ({
    ...row,
    paymentId: `${origin}:${row.reference}`,
    order: row.document === '' ? undefined : `${origin}:${row.document}`,
  }));
}

type Row = PastPayment & { readonly id: bigint; readonly origin: string; readonly currency: CurrencyCode };

/** An import of payments as it is kept. */
export type PaymentImport = { readonly id: number; readonly origin: string; readonly fileName: string };

/** Newest first. */
export async function listPaymentImports(db: Db): Promise<readonly PaymentImport[]> {
  const { rows } = await sql<PaymentImport>`
    select id, origin, file_name as "fileName" from history.import where kind = 'payments' order by id desc`.execute(
    db,
  );
  return rows;
}
