import { currencyOf, ok, type Refusal, type Result } from '../../../kernel/index.ts';
import {
  importOrders,
  importPayments,
  importSpend,
  type PastPayment,
} from '../../../modules/history/index.ts';
import type { Connection } from '../../../platform/database/index.ts';
import { ORDERS_MAPPING } from './orders-file.ts';
import { ORIGIN } from './origin.ts';
import { SPEND_MAPPING } from './spend-file.ts';

export type PastFile = { readonly path: string; readonly now: Temporal.Instant };

/** Brings the orders of the past in, all of them, unless they are there. */
export async function bringInOrders(connection: Connection, { path, now }: PastFile): Promise<void> {
  mustBeThere(
    await importOrders(connection, {
      ...{ path, now, fileName: 'demo-past-orders.csv', mapping: ORDERS_MAPPING, origin: ORIGIN },
      isDryRun: false,
    }),
  );
}

/** Brings in what advertising cost. */
export async function bringInSpend({ db }: Connection, { path, now }: PastFile): Promise<void> {
  mustBeThere(
    await importSpend(db, {
      ...{ path, now, fileName: 'demo-past-spend.csv', mapping: SPEND_MAPPING, origin: ORIGIN },
      ...{ currency: currencyOf('EUR'), isDryRun: false },
    }),
  );
}

/** Brings in how it was paid, unless it is there. */
export async function bringInPayments(
  { db }: Connection,
  about: { readonly payments: readonly PastPayment[]; readonly zone: string; readonly now: Temporal.Instant },
): Promise<void> {
  const brought = await importPayments(db, { ...about, fileName: 'demo-past-payments', origin: ORIGIN });
  mustBeThere(brought.ok ? ok({ errors: 0, issues: [] }) : brought);
}

type Brought = {
  readonly errors: number;
  readonly issues: readonly { readonly line: number; readonly message: string }[];
};

/** A run that was killed may have brought it in; a row that cannot be read is a mistake of this program. */
function mustBeThere(brought: Result<Brought, Refusal<string>>): void {
  if (!brought.ok) {
    if (['already_imported', 'nothing_new'].includes(brought.refusal.code)) return;
    throw new Error(brought.refusal.message);
  }
  const [first] = brought.value.issues;
  if (brought.value.errors > 0) throw new Error(`line ${first?.line} of the past: ${first?.message}`);
}
