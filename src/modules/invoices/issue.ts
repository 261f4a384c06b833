import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { readShop, type Shop } from '../markets/index.ts';
import { type Order, type OrderId, type RefundId, readOrder, readRefunds, restOf } from '../orders/index.ts';
import { readPayments } from '../payments/index.ts';
import { cancellationNoteOf, creditNoteOf, invoiceOf } from './compose.ts';
import type { DocumentContent, DocumentKind } from './document.ts';
import { type IssuedDocument, insertDocument, nextNumber, readDocuments } from './store.ts';

type Issuing = { readonly orderId: OrderId; readonly now: Temporal.Instant };

/**
 * Issues the invoice of an order that stands: once, however often it is asked for. One that was agreed anew for another
 * place is invoiced anew, and the invoice of what it was before is taken back whole (Directive 2006/112/EC, article 219).
 * `undefined` for an order that was never paid or accepted.
 */
export async function issueInvoice(tx: Tx, input: Issuing): Promise<IssuedDocument | undefined> {
  const order = await readOrder(tx, input.orderId);
  if (order?.paidAt === undefined) return undefined;
  const times = order.timesAgreedAnew ?? 0;
  const reference = times === 0 ? order.id : `${order.id}:${times}`;
  const last = await lastInvoice(tx, order.id);
  // The invoice first, as everywhere: whoever locks both series locks them in one order.
  const invoice = await issue(tx, order, { kind: 'invoice', reference, now: input.now }, (about) =>
    invoiceOf(order, about),
  );
  if (last !== undefined && last.reference !== reference) {
    await issue(tx, order, { kind: 'credit_note', reference, now: input.now }, (about) =>
      cancellationNoteOf(last.content, about),
    );
  }
  return invoice;
}

/** Issues the credit note of a refund that is done, with the invoice that it corrects where there was none yet. */
export async function issueCreditNote(
  tx: Tx,
  input: Issuing & { readonly refundId: RefundId },
): Promise<IssuedDocument | undefined> {
  const invoice = await issueInvoice(tx, input);
  const order = await readOrder(tx, input.orderId);
  if (!invoice || !order) return undefined;
  const refund = (await readRefunds(tx, order.id)).find(({ id }) => id === input.refundId);
  // What came in beyond what was due was on no invoice.
  if (refund?.state !== 'done' || refund.amountMinor === refund.overpaidMinor) return undefined;
  const correctsNumber = invoice.number;
  return issue(tx, order, { kind: 'credit_note', reference: refund.id, now: input.now }, (about) =>
    creditNoteOf(order, refund, { ...about, correctsNumber }),
  );
}

/** Takes the invoice of a cancelled order back, less what was credited of it; nothing where none was issued. */
export async function issueCancellation(tx: Tx, input: Issuing): Promise<IssuedDocument | undefined> {
  const order = await readOrder(tx, input.orderId);
  if (order?.cancelledAt === undefined) return undefined;
  const isInvoiced = (await lastInvoice(tx, order.id)) !== undefined;
  const invoice = isInvoiced ? await issueInvoice(tx, input) : undefined;
  if (!invoice) return undefined;
  const about = { kind: 'credit_note', reference: `${order.id}:cancelled`, now: input.now } as const;
  const correctsNumber = invoice.number;
  const isReduced = order.totals.reducedMinor > 0n;
  return issue(tx, order, about, (numbered) =>
    isReduced
      ? creditNoteOf(order, restOf(order), { ...numbered, correctsNumber })
      : cancellationNoteOf(invoice.content, numbered),
  );
}

/** The one that was written last: news that came late is dated by when it was told. */
async function lastInvoice(tx: Tx, orderId: OrderId): Promise<IssuedDocument | undefined> {
  const invoices = (await readDocuments(tx, orderId)).filter(({ kind }) => kind === 'invoice');
  return invoices.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
}

async function issue(
  tx: Tx,
  order: Order,
  { kind, reference, now }: { kind: DocumentKind; reference: string; now: Temporal.Instant },
  compose: (about: { shop: Shop; number: string; issuedOn: string; payment: string }) => DocumentContent,
): Promise<IssuedDocument> {
  const isSame = (one: IssuedDocument) => one.kind === kind && one.reference === reference;
  const known = (await readDocuments(tx, order.id)).find(isSame);
  if (known) return known;
  const shop = await readShop(tx);
  const day = now.toZonedDateTimeISO(shop.timeZone).toPlainDate();
  const number = await nextNumber(tx, kind, day.year);
  // Whoever had the series' row before may have issued this very one.
  const meanwhile = (await readDocuments(tx, order.id)).find(isSame);
  if (meanwhile) throw new Error(`${kind} ${reference} was issued by another transaction: try again`);
  const content = compose({ shop, number, issuedOn: day.toString(), payment: await meansOf(tx, order) });
  const document = {
    id: newId<'invoice_document'>(),
    kind,
    number,
    orderId: order.id,
    reference,
    issuedAt: now,
    content,
  };
  await insertDocument(tx, document);
  return document;
}

/** How the order was paid, as far as it may be shown: `visa •••• 4242`. */
async function meansOf(tx: Tx, order: Order): Promise<string> {
  const paid = (await readPayments(tx, order.id)).filter(({ authorizedMinor }) => authorizedMinor > 0n);
  const words = paid.flatMap(({ means }) =>
    means ? [[means.brand, means.last4 && `•••• ${means.last4}`]] : [],
  );
  const credits = order.credits.map(({ last4 }) => (last4 === '' ? [] : [`•••• ${last4}`]));
  return [...words, ...credits]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ');
}
