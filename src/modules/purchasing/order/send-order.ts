import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { queueLetter } from '../../mails/index.ts';
import { readShop } from '../../markets/index.ts';
import { orderLetter, soonerLetter } from '../letter/order-letter.ts';
import { purchaseOrderPdf } from '../letter/order-pdf.ts';
import { expectedDay } from '../supplier/calendar.ts';
import { readSupplier } from '../supplier/store.ts';
import type { Supplier } from '../supplier/supplier.ts';
import type { Doing, Known, PurchaseOrder, PurchaseOrderId } from './purchase-order.ts';
import { keepStep, lockFor } from './steps.ts';

export type SendRefusal = Known | Refusal<'no_email'>;

/**
 * Tells the supplier: by mail with the order as a PDF, in their language, or, `mail: false`, notes that they were told
 * otherwise. From then on its goods are expected. What was sent may be sent again.
 */
export async function sendPurchaseOrder(
  tx: Tx,
  { id, mail = true, by, now }: Doing & { readonly id: PurchaseOrderId; readonly mail?: boolean | undefined },
): Promise<Result<PurchaseOrder, SendRefusal>> {
  const locked = await lockFor(tx, 'send', id);
  if (!locked.ok) return locked;
  const supplier = await supplierOf(tx, locked.value);
  if (mail && supplier.email === '') return noEmail(supplier);
  const shop = await readShop(tx);
  const today = now.toZonedDateTimeISO(shop.timeZone).toPlainDate();
  const { leadDays, closedDays } = supplier;
  const soonest = expectedDay(today, leadDays, closedDays);
  const before = locked.value;
  const { expectedOn = soonest } = before;
  const isFirst = before.state === 'approved';
  // What nobody chose was reckoned from the day of the draft: the lead time begins when they are told.
  const written = before.made.at.toZonedDateTimeISO(shop.timeZone).toPlainDate();
  const isReckoned = expectedOn.equals(expectedDay(written, leadDays, closedDays));
  const isPast = Temporal.PlainDate.compare(expectedOn, today) < 0;
  const sent: PurchaseOrder = {
    ...{ ...before, state: 'sent', sentAt: isFirst ? now : before.sentAt },
    expectedOn: isFirst && (isPast || isReckoned) ? soonest : expectedOn,
  };
  if (mail) {
    const bytes = await purchaseOrderPdf(tx, sent);
    await queueLetter(tx, {
      ...{ kind: 'purchase_order', letter: orderLetter(sent, supplier, shop.name), pictures: [] },
      files: [{ name: `${sent.number}.pdf`, mediaType: 'application/pdf', bytes }],
      ...{ to: supplier.email, locale: supplier.locale, dedupeKey: `purchase_order:${newId()}`, now },
    });
  }
  const note = mail ? supplier.email : '';
  return keepStep(tx, sent, { verb: 'send', from: before.state, note, by, now });
}

/** Asks the supplier by mail whether it can come sooner, and keeps for when; what they answer is confirmed by hand. */
export async function expeditePurchaseOrder(
  tx: Tx,
  input: Doing & {
    readonly id: PurchaseOrderId;
    readonly wantedOn: Temporal.PlainDate;
    readonly note?: string | undefined;
    readonly mail?: boolean | undefined;
  },
): Promise<Result<PurchaseOrder, SendRefusal>> {
  const { id, wantedOn, note = '', mail = true, by, now } = input;
  const locked = await lockFor(tx, 'expedite', id);
  if (!locked.ok) return locked;
  const order = locked.value;
  const supplier = await supplierOf(tx, order);
  if (mail && supplier.email === '') return noEmail(supplier);
  if (mail) {
    const letter = soonerLetter(order, supplier, { wantedOn, note });
    await queueLetter(tx, {
      ...{ kind: 'purchase_order', letter, pictures: [], to: supplier.email, locale: supplier.locale, now },
      dedupeKey: `expedite:${id}:${wantedOn}`,
    });
  }
  const asked = { ...order, expeditedFor: wantedOn };
  return keepStep(tx, asked, { verb: 'expedite', from: order.state, note: wantedOn.toString(), by, now });
}

async function supplierOf(tx: Tx, { supplierId, number }: PurchaseOrder): Promise<Supplier> {
  const supplier = await readSupplier(tx, supplierId);
  if (supplier === undefined) throw new RangeError(`${number} has no supplier`);
  return supplier;
}

function noEmail({ name }: Supplier) {
  return refuse(
    'no_email',
    `${name} has no mail address: give one, or note that they were told otherwise`,
    'mail',
  );
}
