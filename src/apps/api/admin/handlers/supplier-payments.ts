import { z } from 'zod';
import { type CurrencyCode, money, ok, refuse } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  type Due,
  keepCharges,
  listAwaitedCosts,
  listPayables,
  listSupplierPayments,
  type Owed,
  openOf,
  type Payable,
  paySupplier,
  readDue,
  readOpenMoney,
  readSupplier,
  readSuppliers,
  undoCharges,
  undoSupplierPayment,
} from '../../../../modules/purchasing/index.ts';
import { type Handlers, moneyOf, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { supplierPaymentEndpoints } from '../contract/supplier-payments.ts';
import type { AdminDeps } from '../deps.ts';
import { foreignAmount, rateIn } from './purchase-receipts.ts';
import { actAnswer } from './transfers.ts';

type SupplierPayment = Awaited<ReturnType<typeof listSupplierPayments>>[number];

const BY_DAY = z.tuple([z.iso.date(), z.uuid()]);
const COSTS = 200;

export function supplierPaymentHandlers({ reads }: AdminDeps): Handlers<typeof supplierPaymentEndpoints> {
  return {
    listPayables: async ({ query: { cursor, limit, supplierId, isOpen = false }, now }) => {
      const after = readCursor('payables', BY_DAY, cursor);
      if (!after.ok) return after;
      const found = await listPayables(reads, { supplierId, isOpen, after: after.value, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last && writeCursor('payables', [last.dueOn.toString(), last.id]);
      return ok({ items: await payableAnswers(reads, shown, now), nextCursor });
    },
    readMoneyDue: async ({ now }) => {
      const { timeZone, defaultCurrency } = await readShop(reads);
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
      const [due, coming] = await Promise.all([readDue(reads, today), readOpenMoney(reads, today)]);
      return ok({
        today: today.toString(),
        due: due.map((of) => dueAnswer(of, defaultCurrency)),
        coming: coming.map(({ currency, openMinor, lateMinor, openOrders, lateOrders }) => ({
          ...{ currency, openOrders, lateOrders },
          ...{ open: moneyOf(money(openMinor, currency)), late: moneyOf(money(lateMinor, currency)) },
        })),
      });
    },
    listAwaitedCosts: async () => {
      const { defaultCurrency } = await readShop(reads);
      const costs = await listAwaitedCosts(reads, { limit: COSTS });
      return ok({
        items: costs.map(({ id, kind, reference, amountMinor, orderId, orderNumber, supplierName }) => ({
          ...{ id, kind, reference, amount: moneyOf(money(amountMinor, defaultCurrency)) },
          order: { id: orderId, number: orderNumber, supplier: supplierName },
        })),
      });
    },
    keepChargesInvoice: async ({ params: { id: supplierId }, body, caller, now, tx }) => {
      const supplier = await readSupplier(tx, supplierId);
      if (supplier === undefined) return noSupplier(supplierId);
      const { lines, other, tax, rate, ...input } = body;
      const amounts = lines.map(({ amount }, index) => [`lines[${index}].amount`, amount] as const);
      const foreign = foreignAmount([...amounts, ['other', other], ['tax', tax]], supplier.currency);
      if (foreign !== undefined) return foreign;
      const kept = await keepCharges(tx, {
        ...{ ...input, supplierId, rateE10: rateIn(rate), otherMinor: other?.minor, taxMinor: tax?.minor },
        ...{ by: actorOf(caller), now },
        lines: lines.map(({ costId, amount }) => ({ costId, amountMinor: amount.minor })),
      });
      return kept.ok ? payableAnswer(tx, kept.value, now) : kept;
    },
    undoChargesInvoice: async ({ params: { id }, caller, now, tx }) => {
      const undone = await undoCharges(tx, { id, by: actorOf(caller), now });
      return undone.ok ? payableAnswer(tx, undone.value, now) : undone;
    },
    listSupplierPayments: async ({ query: { cursor, limit, supplierId } }) => {
      const before = readCursor('supplier_payments', BY_DAY, cursor);
      if (!before.ok) return before;
      const found = await listSupplierPayments(reads, { supplierId, before: before.value, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      const nextCursor = last && writeCursor('supplier_payments', [last.paidOn.toString(), last.id]);
      return ok({ items: await paymentAnswers(reads, shown), nextCursor });
    },
    paySupplier: async ({ body: { bank, lines, ...input }, caller, now, tx }) => {
      const supplier = await readSupplier(tx, input.supplierId);
      if (supplier === undefined) return noSupplier(input.supplierId);
      const amounts = lines.flatMap(({ amount, discount }, index) => [
        [`lines[${index}].amount`, amount] as const,
        [`lines[${index}].discount`, discount] as const,
      ]);
      const { defaultCurrency } = await readShop(tx);
      const foreign =
        foreignAmount(amounts, supplier.currency) ?? foreignAmount([['bank', bank]], defaultCurrency);
      if (foreign !== undefined) return foreign;
      const paid = await paySupplier(tx, {
        ...{ ...input, bankMinor: bank?.minor, by: actorOf(caller), now },
        lines: lines.map(({ payableId, amount, discount }) => ({
          ...{ payableId, amountMinor: amount.minor, discountMinor: discount?.minor },
        })),
      });
      return paid.ok ? paymentAnswer(tx, paid.value) : paid;
    },
    undoSupplierPayment: async ({ params: { id }, caller, now, tx }) => {
      const undone = await undoSupplierPayment(tx, { id, by: actorOf(caller), now });
      return undone.ok ? paymentAnswer(tx, undone.value) : undone;
    },
  };
}

function noSupplier(id: string) {
  return refuse('not_found', `no supplier has the id ${id}`, 'supplierId');
}

async function namesOf(db: Db, of: readonly Pick<Payable, 'supplierId'>[]) {
  const ids = [...new Set(of.map(({ supplierId }) => supplierId))];
  const names = new Map((await readSuppliers(db, { ids })).map(({ id, name }) => [id, name]));
  return (id: Payable['supplierId']) => ({ id, name: names.get(id) ?? '' });
}

async function payableAnswers(db: Db, payables: readonly Payable[], now: Temporal.Instant) {
  const [nameOf, { timeZone }] = await Promise.all([namesOf(db, payables), readShop(db)]);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return payables.map((of) => {
    const { id, kind, orderId, invoiceId, number, currency, discountUntil, made, undone } = of;
    const [open, left] = [openOf(of), of.discountMinor - of.discountedMinor];
    const hasDiscount =
      discountUntil !== undefined && left > 0n && Temporal.PlainDate.compare(today, discountUntil) <= 0;
    return {
      ...{ id, supplier: nameOf(of.supplierId), kind, orderId, invoiceId, number, currency },
      ...{ invoicedOn: of.invoicedOn.toString(), dueOn: of.dueOn.toString() },
      isLate: open > 0n && Temporal.PlainDate.compare(of.dueOn, today) < 0,
      ...{ amount: moneyOf(money(of.amountMinor, currency)), open: moneyOf(money(open, currency)) },
      discount: hasDiscount
        ? { until: discountUntil.toString(), amount: moneyOf(money(left, currency)) }
        : undefined,
      ...{ made: actAnswer(made), undone: undone && actAnswer(undone) },
    };
  });
}

async function payableAnswer(db: Db, payable: Payable, now: Temporal.Instant) {
  const [answer] = await payableAnswers(db, [payable], now);
  return answer === undefined ? refuse('not_found', 'there is no such invoice', 'id') : ok(answer);
}

async function paymentAnswers(db: Db, payments: readonly SupplierPayment[]) {
  const [nameOf, { defaultCurrency }] = await Promise.all([namesOf(db, payments), readShop(db)]);
  return payments.map(({ id, supplierId, paidOn, reference, currency, made, undone, ...of }) => {
    const own = (minor: bigint) => moneyOf(money(minor, currency));
    return {
      ...{ id, supplier: nameOf(supplierId), paidOn: paidOn.toString(), reference, currency },
      ...{ amount: own(of.amountMinor), bank: moneyOf(money(of.bankMinor, defaultCurrency)) },
      ...{ made: actAnswer(made), undone: undone && actAnswer(undone) },
      lines: of.lines.map(({ payableId, number, paidMinor, discountMinor }) => ({
        ...{ payableId, number, paid: own(paidMinor), discount: own(discountMinor) },
      })),
    };
  });
}

async function paymentAnswer(db: Db, payment: SupplierPayment) {
  const [answer] = await paymentAnswers(db, [payment]);
  return answer === undefined ? refuse('not_found', 'there is no such payment', 'id') : ok(answer);
}

function dueAnswer({ currency, late, weeks, later, credits, discountMinor }: Due, shops: CurrencyCode) {
  const owed = ({ minor, bookedMinor, count }: Owed) => ({
    ...{ amount: moneyOf(money(minor, currency)), booked: moneyOf(money(bookedMinor, shops)), count },
  });
  return {
    ...{ currency, late: owed(late), later: owed(later), credits: owed(credits) },
    weeks: weeks.map((week) => ({ ...owed(week), monday: week.monday.toString() })),
    discount: moneyOf(money(discountMinor, currency)),
  };
}
