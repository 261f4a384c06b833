import { z } from 'zod';
import { localeOf, money, ok, parseId, parseLocale, refuse } from '../../../../kernel/index.ts';
import { readItems } from '../../../../modules/inventory/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  countOpenOrders,
  importPriceSheet,
  parseRate,
  rateText,
  readSupplier,
  readSuppliers,
  removeSources,
  reviewDays,
  type Supplier,
  type SupplierDraft,
  type SupplierRefusal,
  type SupplierScore,
  saveSources,
  saveSupplier,
  selectPriceList,
  supplierScorecard,
} from '../../../../modules/purchasing/index.ts';
import {
  type Asked,
  type Handlers,
  moneyOf,
  readCursor,
  writeCursor,
} from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { leadTimeQuantile } from '../../../../statistics/index.ts';
import type { supplierEndpoints } from '../contract/suppliers.ts';
import type { AdminDeps } from '../deps.ts';
import { priceAnswer } from './purchase-answers.ts';
import { foreignAmount } from './purchase-receipts.ts';
import { itemAnswers } from './stock-items.ts';

const BY_VARIANT = z.tuple([z.string().max(36)]);

export function supplierHandlers({ db, reads }: AdminDeps): Handlers<typeof supplierEndpoints> {
  return {
    listSuppliers: async ({ now }) => {
      const { timeZone } = await readShop(reads);
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
      const [suppliers, counts] = await Promise.all([readSuppliers(reads), countOpenOrders(reads, today)]);
      const items = suppliers.map((supplier) => {
        const { open = 0, late = 0 } = counts.get(supplier.id) ?? {};
        return { ...supplierAnswer(supplier), openOrders: open, lateOrders: late };
      });
      return ok({ items });
    },
    readSupplier: async ({ params: { id } }) => {
      const supplier = await readSupplier(reads, id);
      return supplier === undefined ? noSupplier(id) : ok(supplierAnswer(supplier));
    },
    readSupplierScore: async ({ params: { id: supplierId }, now }) => {
      const score = await supplierScorecard(reads, { supplierId, now });
      if (!score.ok) return score;
      const { onTime, inFull, flawless, leadTime: learned, deliveries, ...rest } = score.value;
      const { distribution, ...leadTime } = learned;
      const within = (share: number) => leadTimeQuantile(distribution, share);
      const shares = {
        onTime: shareAnswer(onTime),
        inFull: shareAnswer(inFull),
        flawless: shareAnswer(flawless),
      };
      return ok({
        ...rest,
        ...shares,
        leadTime: { ...leadTime, halfWithin: within(0.5), mostWithin: within(0.9) },
        deliveries: deliveries.map(({ orderedOn, promisedOn, cameOn, ...one }) => ({
          ...{ ...one, orderedOn: orderedOn.toString(), promisedOn: promisedOn?.toString() },
          cameOn: cameOn.toString(),
        })),
      });
    },
    createSupplier: async ({ body, now, tx }) => {
      const draft = draftIn(body);
      if (!draft.ok) return draft;
      const saved = await saveSupplier(tx, { draft: draft.value, now });
      return saved.ok ? ok(supplierAnswer(saved.value)) : saved;
    },
    changeSupplier: async ({ params: { id }, body, now }) => {
      const draft = draftIn(body);
      if (!draft.ok) return draft;
      const saved = await transactOrRefuse(db, (tx) => saveSupplier(tx, { id, draft: draft.value, now }));
      return saved.ok ? ok(supplierAnswer(saved.value)) : saved;
    },
    listSupplierPrices: async ({ params: { id: supplierId }, query: { cursor, limit }, now }) => {
      const supplier = await readSupplier(reads, supplierId);
      if (supplier === undefined) return noSupplier(supplierId);
      const position = readCursor('supplier_prices', BY_VARIANT, cursor);
      if (!position.ok) return position;
      const after = position.value && parseId<'variant'>(position.value[0]);
      const on = now.toZonedDateTimeISO((await readShop(reads)).timeZone).toPlainDate();
      const rows = await selectPriceList(reads, { supplierId, on, after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const goods = await readItems(
        reads,
        shown.map(({ variantId }) => variantId),
      );
      const item = await itemAnswers(reads, [...goods.values()]);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const items = shown.map(({ supplierId: _, breaks, coming, ...row }) => {
        const known = goods.get(row.variantId);
        const prices = (some: typeof breaks) =>
          some.map((one) => ({ from: one.from, price: priceAnswer(one, supplier.currency) }));
        const announced = coming && {
          ...{ validFrom: coming.validFrom.toString(), breaks: prices(coming.breaks) },
        };
        return { ...row, breaks: prices(breaks), coming: announced, item: known && item(known) };
      });
      return ok({ items, nextCursor: last && writeCursor('supplier_prices', [last.variantId]) });
    },
    saveSupplierPrices: async ({ params: { id: supplierId }, body: { sources } }) => {
      const supplier = await readSupplier(reads, supplierId);
      if (supplier === undefined) return noSupplier(supplierId);
      const amounts = sources.flatMap(({ breaks }, at) =>
        breaks.map(({ price }, index) => [`sources[${at}].breaks[${index}].price`, price.amount] as const),
      );
      const foreign = foreignAmount(amounts, supplier.currency);
      if (foreign !== undefined) return foreign;
      const drafts = sources.map(({ breaks, ...source }) => ({
        ...{ ...source, sku: source.sku, shelfLifeDays: source.shelfLifeDays },
        breaks: breaks.map(({ from, price }) => ({
          ...{ from, priceMinor: price.amount.minor, perQuantity: price.per },
        })),
      }));
      return transactOrRefuse(db, (tx) => saveSources(tx, { supplierId, sources: drafts }));
    },
    removeSupplierPrices: async ({ params: { id: supplierId }, body: { variantIds }, tx }) => {
      const removed = await removeSources(tx, { supplierId, variantIds });
      return removed.ok ? ok({}) : removed;
    },
    readPriceSheet: async ({ params: { id: supplierId }, body, tx }) => {
      const read = await importPriceSheet(tx, { supplierId, ...body });
      return read.ok ? ok({ ...read.value, problems: [...read.value.problems] }) : read;
    },
  };
}

function shareAnswer(share: SupplierScore['onTime']) {
  if (share === undefined) return undefined;
  const { estimate, low, high, of } = share;
  return { estimate, low, high, of };
}

function noSupplier(id: string) {
  return refuse('not_found', `no supplier has the id ${id}`, 'id');
}

function supplierAnswer({ orderMinimumMinor, rateE10, ...supplier }: Supplier) {
  return {
    ...supplier,
    reviewDays: reviewDays(supplier),
    orderMinimum: moneyOf(money(orderMinimumMinor, supplier.currency)),
    rate: rateText(rateE10),
    orderWeekdays: [...supplier.orderWeekdays],
    contacts: [...supplier.contacts],
    closedDays: supplier.closedDays.map(({ from, until }) => ({
      ...{ from: from.toString(), until: until.toString() },
    })),
  };
}

type Body = Asked<(typeof supplierEndpoints)['createSupplier']>['body'];

function draftIn({ orderMinimum, rate, locale: language, ...body }: Body) {
  const foreign = foreignAmount([['orderMinimum', orderMinimum]], body.currency);
  if (foreign !== undefined) return foreign;
  const locale = parseLocale(language);
  if (locale === undefined) return invalid('locale', 'a language such as de or en-GB');
  const draft: SupplierDraft = {
    ...{ ...body, locale: localeOf(locale), orderMinimumMinor: orderMinimum?.minor ?? 0n },
    rateE10: parseRate(rate) ?? 0n,
  };
  return ok(draft);
}

function invalid(field: string, message: string): { readonly ok: false; readonly refusal: SupplierRefusal } {
  return refuse('invalid', message, field);
}
