import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expectOk, localeOf } from '../../../kernel/index.ts';
import { openOrders } from '../../../modules/orders/index.ts';
import {
  openProviders,
  type PaymentMethod,
  saveAccount,
  saveMethod,
} from '../../../modules/payments/index.ts';
import type { Connection } from '../../../platform/database/index.ts';
import type { Shopping } from '../deps.ts';
import { aShopping } from './a-shopping.ts';

export type AWorldpay = {
  readonly origin: string;
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly close: () => Promise<void>;
};

const MAIN = new URL('../../../modules/payments/providers/worldpay/fake/main.ts', import.meta.url).pathname;

/** Worldpay's fake, in a process of its own as the real one is. Close it at the end of the test. */
export async function aWorldpay(): Promise<AWorldpay> {
  const child = spawn(process.execPath, [MAIN], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const { origin, credentials } = JSON.parse(`${line}`);
  return { origin, credentials, close: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  const isOver = once(child, 'exit');
  child.kill();
  await isOver;
}

/** A shop whose owner has set Worldpay up, with both ways of paying. */
export async function withWorldpay(
  connection: Connection,
  { origin, credentials }: AWorldpay,
): Promise<{ readonly shopping: Shopping; readonly hosted: PaymentMethod; readonly inPage: PaymentMethod }> {
  const { db } = connection;
  const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
  const now = Temporal.Now.instant();
  const save = (mode: 'redirect' | 'in_page', title: string) =>
    db.transaction().execute((tx) =>
      saveMethod(tx, {
        ...{
          provider: 'worldpay',
          mode,
          isCapturedAtOnce: true,
          marketCodes: [],
          position: 9,
          isActive: true,
        },
        ...{ titles: new Map([[localeOf('en'), title]]), limits: new Map() },
      }),
    );
  const saved = await db
    .transaction()
    .execute((tx) => saveAccount(tx, secrets, { provider: 'worldpay', credentials, now }));
  assert.ok(saved.ok);
  const providers = openProviders({ db, secrets, apiBases: { worldpay: origin } });
  return {
    shopping: { ...aShopping(connection), orders: openOrders(connection, { providers }) },
    hosted: expectOk(await save('redirect', 'Card at Worldpay')),
    inPage: expectOk(await save('in_page', 'Card')),
  };
}
