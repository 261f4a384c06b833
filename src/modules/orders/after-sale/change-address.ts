import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { transactOrRefuse } from '../../../platform/database/index.ts';
import { type PostalAddress, parsePostalAddress } from '../../markets/index.ts';
import { type ProviderCall, readPayments } from '../../payments/index.ts';
import type { OrderDeps } from '../deps.ts';
import type { Order, OrderId } from '../order.ts';
import { makeCall } from '../pay/record-payment.ts';
import { selectOrder } from '../store/select-orders.ts';
import type { Agreement } from './agree-anew.ts';
import { changeInPlace } from './change-in-place.ts';
import type { AddressChange, AddressChangeRefusal, AgreedAmounts } from './elsewhere/address-change.ts';
import { agreedElsewhere } from './elsewhere/agree-elsewhere.ts';
import { goElsewhere } from './elsewhere/go-elsewhere.ts';
import { whyNotElsewhere } from './elsewhere/may-go-elsewhere.ts';
import { readElsewhere } from './elsewhere/read-elsewhere.ts';
import { settlementOf } from './elsewhere/settlement-of.ts';
import { openOrder } from './open-order.ts';

export type ChangeAddress = {
  readonly orderId: OrderId;
  readonly address: unknown;
  /** How it gets to another place; the order's own way where that goes there, else the cheapest. */
  readonly deliveryOptionId?: string;
  /** What it comes to at another place, as it was looked at (`previewAddressChange`): needed for one. */
  readonly expectedTotalMinor?: bigint;
  readonly actor: string;
  readonly now: Temporal.Instant;
};

/**
 * Sends what is still to be sent to another address. Tax and delivery were agreed for the country and region that it was
 * to go to; for another one, all of the order is agreed anew, as long as nothing was handed over (decision 0015).
 */
export async function changeShippingAddress(
  deps: OrderDeps,
  input: ChangeAddress,
): Promise<Result<undefined, AddressChangeRefusal>> {
  const { orderId, deliveryOptionId, expectedTotalMinor, actor, now } = input;
  const asked = await readAsked(deps, input);
  if (!asked.ok) return asked;
  const { order, address, isElsewhere } = asked.value;
  const about = { orderId, address, actor, now };
  if (!isElsewhere) return transactOrRefuse(deps.db, (tx) => changeInPlace(tx, about));
  if (expectedTotalMinor === undefined) {
    const message = 'tax and delivery are others there: look at what it comes to first';
    return refuse('total_needed', message, 'expectedTotalMinor');
  }
  const elsewhere = await readElsewhere(deps, order, { address, deliveryOptionId, now });
  if (!elsewhere.ok) return elsewhere;
  const { version } = order;
  const change = { ...about, elsewhere: elsewhere.value, version, expectedTotalMinor };
  const changed = await transactOrRefuse<readonly ProviderCall[], AddressChangeRefusal>(deps.db, (tx) =>
    goElsewhere(tx, change),
  );
  if (!changed.ok) return changed;
  for (const call of changed.value) await makeCall(deps, call, now);
  return ok(undefined);
}

/** What another address would change in money, or why an order cannot go there: everything but doing it. */
export async function previewAddressChange(
  deps: OrderDeps,
  input: Omit<ChangeAddress, 'actor' | 'expectedTotalMinor'>,
): Promise<Result<AddressChange, AddressChangeRefusal>> {
  const asked = await readAsked(deps, input);
  if (!asked.ok) return asked;
  const { order, address, isElsewhere } = asked.value;
  const { deliveryOptionId, now } = input;
  const elsewhere = isElsewhere
    ? await readElsewhere(deps, order, { address, deliveryOptionId, now })
    : undefined;
  if (elsewhere?.ok === false) return elsewhere;
  // The order is locked for as long as it takes to look at it, and nothing is written.
  return transactOrRefuse<AddressChange, AddressChangeRefusal>(deps.db, async (tx) => {
    const opened = await openOrder(tx, order.id, 'edit');
    if (!opened.ok) return opened;
    const { value: locked } = opened;
    if (elsewhere === undefined) return ok(changeOf(locked, locked, { delivery: locked.delivery }));
    const refusal = await whyNotElsewhere(tx, locked);
    if (refusal) return { ok: false, refusal };
    const agreed = agreedElsewhere(locked, elsewhere.value);
    if (!agreed.ok) return agreed;
    const settlement = settlementOf(locked, await readPayments(tx, order.id), agreed.value.totals.totalMinor);
    const { option: delivery, options: deliveryOptions } = elsewhere.value;
    return ok(changeOf(locked, agreed.value, { isElsewhere, delivery, deliveryOptions, settlement }));
  });
}

type Asked = { readonly order: Order; readonly address: PostalAddress; readonly isElsewhere: boolean };

/** The order and the address that it is to go to, and whether that is another country or region. */
export async function readAsked(
  { db }: OrderDeps,
  input: Pick<ChangeAddress, 'orderId' | 'address'>,
): Promise<Result<Asked, AddressChangeRefusal>> {
  const parsed = parsePostalAddress(input.address, { field: 'address' });
  if (!parsed.ok) return parsed;
  const address = parsed.value;
  const order = await selectOrder(db, input.orderId);
  if (order === undefined) {
    return refuse('unknown_order', `no order has the id ${input.orderId}`, 'orderId');
  }
  const before = order.shippingAddress;
  if (!before) return refuse('nothing_is_delivered', 'nothing of this order is delivered', 'address');
  const isThere = before.country === address.country && (before.region ?? '') === (address.region ?? '');
  return ok({ order, address, isElsewhere: !isThere });
}

function changeOf(
  before: Order,
  after: Agreement,
  about: Partial<AddressChange> & Pick<AddressChange, 'delivery'>,
): AddressChange {
  return {
    ...{ isElsewhere: false, deliveryOptions: [], settlement: 'none' },
    ...about,
    ...{ before: amountsOf(before), after: amountsOf(after) },
    differenceMinor: after.totals.totalMinor - before.totals.totalMinor,
  };
}

function amountsOf({ totals, taxes }: Pick<Agreement, 'totals' | 'taxes'>): AgreedAmounts {
  const { deliveryMinor, taxMinor, totalMinor } = totals;
  return { deliveryMinor, taxMinor, totalMinor, taxes };
}
