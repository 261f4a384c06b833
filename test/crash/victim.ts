// A process that does one thing to an order and may be killed at any point of it: see kill-point.ts.
import { expectOk, parseId } from '../../src/kernel/index.ts';
import {
  cancelOrder,
  capturePayment,
  type OrderDeps,
  openOrders,
  placeOrder,
  recoverOrders,
  settlePayment,
} from '../../src/modules/orders/index.ts';
import { openProviders, type PaymentProvider, type Providers } from '../../src/modules/payments/index.ts';
import { connect } from '../../src/platform/database/index.ts';
import { NOW } from '../selling/open-shop.ts';
import { paymentBy } from '../selling/shopper.ts';
import { arm, atPoint, pointsPassed } from './kill-point.ts';
import { refundAll } from './refund-all.ts';
import { paySupplement } from './supplement.ts';

const [socketFolder = '', database = '', deed = '', subject = '', methodId = ''] = process.argv.slice(2);

const connection = connect({ socketFolder, database }, 4);
const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
const providers = mortal(openProviders({ db: connection.db, secrets }));
const deps = openOrders(connection, { providers });
// Connections are open before anything counts.
await connection.pool.query('select 1');
arm();
await act(deps);
process.stdout.write(`${pointsPassed()}\n`);
await connection.close();

async function act(orders: OrderDeps): Promise<void> {
  const ip = `10.9.${process.pid & 255}.1`;
  if (deed === 'checkout') {
    const payment = paymentBy(methodId, 'tok_visa');
    const about = { terms: { version: '2026-01' }, ip, now: NOW };
    expectOk(await placeOrder(orders, { cartToken: subject, payment, ...about }));
    return;
  }
  if (deed === 'recover') {
    await recoverOrders(orders, { now: NOW.add({ seconds: 60 }), isStart: true });
    return;
  }
  const orderId = parseId<'order'>(subject);
  const paymentId = parseId<'payment'>(subject);
  if (orderId === undefined || paymentId === undefined) throw new RangeError(`no id: ${subject}`);
  if (deed === 'capture') expectOk(await capturePayment(orders, { orderId, key: 'parcel', now: NOW }));
  else if (deed === 'refund') expectOk(await refundAll(orders, orderId));
  else if (deed === 'supplement') expectOk(await paySupplement(orders, orderId, { methodId, ip }));
  else if (deed === 'settle' || deed === 'late_supplement')
    await settlePayment(orders, { paymentId, now: NOW });
  else expectOk(await cancelOrder(orders, { orderId, reason: 'merchant', actor: 'staff', now: NOW }));
}

/** Providers whose every call may be the last one, before it is made or after it had its effect. */
function mortal(known: Providers): Providers {
  return {
    get: async (name) => {
      const provider = await known.get(name);
      return provider === undefined ? undefined : mortalProvider(provider);
    },
  };
}

function mortalProvider(provider: PaymentProvider): PaymentProvider {
  return {
    ...provider,
    begin: (input) => atPoint(() => provider.begin(input)),
    read: (by) => atPoint(() => provider.read(by)),
    capture: (operation) => atPoint(() => provider.capture(operation)),
    void: (operation) => atPoint(() => provider.void(operation)),
    refund: (operation) => atPoint(() => provider.refund(operation)),
  };
}
