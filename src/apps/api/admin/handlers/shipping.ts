import { type CurrencyCode, type Money, money, ok, refuse } from '../../../../kernel/index.ts';
import {
  type CarrierTable,
  type DeliveryMethod,
  type Rate,
  type RateStep,
  readCarrierTables,
  readMethods,
  readZones,
  removeCarrierTable,
  removeMethod,
  removeZone,
  saveCarrierTable,
  saveMethod,
  saveZone,
} from '../../../../modules/shipping/index.ts';
import { type Asked, type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import { transact, transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { shippingEndpoints } from '../contract/shipping.ts';
import type { AdminDeps } from '../deps.ts';

const REMOVED = ok({ isRemoved: true });
const byId = { keyOf: ({ id }: { readonly id: string }) => id };

export function shippingHandlers(deps: AdminDeps): Handlers<typeof shippingEndpoints> {
  return { ...zoneHandlers(deps), ...methodHandlers(deps), ...tableHandlers(deps) };
}

type Zones = 'listShippingZones' | 'createShippingZone' | 'changeShippingZone' | 'removeShippingZone';

function zoneHandlers({ db, reads }: AdminDeps): Pick<Handlers<typeof shippingEndpoints>, Zones> {
  return {
    listShippingZones: async ({ query }) =>
      pageOfAll('shipping_zones', query, await readZones(reads), { ...byId, itemOf: (zone) => zone }),
    createShippingZone: ({ body, tx }) => saveZone(tx, body),
    changeShippingZone: ({ params: { id }, body }) =>
      transactOrRefuse(db, (tx) => saveZone(tx, { ...body, id })),
    removeShippingZone: async ({ params: { id } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeZone(tx, id));
      return removed.ok ? REMOVED : removed;
    },
  };
}

type Methods =
  | 'listDeliveryMethods'
  | 'createDeliveryMethod'
  | 'changeDeliveryMethod'
  | 'removeDeliveryMethod';

function methodHandlers({ db, reads }: AdminDeps): Pick<Handlers<typeof shippingEndpoints>, Methods> {
  return {
    listDeliveryMethods: async ({ query }) =>
      pageOfAll('delivery_methods', query, await readMethods(reads), { ...byId, itemOf: methodAnswer }),
    createDeliveryMethod: async ({ body, tx }) => {
      const wrong = otherCurrency(pricesOfMethod(body));
      if (wrong) return wrong;
      const saved = await saveMethod(tx, methodOf(body));
      return saved.ok ? ok(methodAnswer(saved.value)) : saved;
    },
    changeDeliveryMethod: async ({ params: { id }, body }) => {
      const wrong = otherCurrency(pricesOfMethod(body));
      if (wrong) return wrong;
      const saved = await transactOrRefuse(db, (tx) => saveMethod(tx, { ...methodOf(body), id }));
      return saved.ok ? ok(methodAnswer(saved.value)) : saved;
    },
    removeDeliveryMethod: async ({ params: { id } }) => {
      await transact(db, (tx) => removeMethod(tx, id));
      return REMOVED;
    },
  };
}

type Tables = 'listCarrierTables' | 'createCarrierTable' | 'changeCarrierTable' | 'removeCarrierTable';

function tableHandlers({ db, reads }: AdminDeps): Pick<Handlers<typeof shippingEndpoints>, Tables> {
  return {
    listCarrierTables: async ({ query }) =>
      pageOfAll('carrier_tables', query, await readCarrierTables(reads), { ...byId, itemOf: tableAnswer }),
    createCarrierTable: async ({ body, tx }) => {
      const wrong = otherCurrency(pricesOfTable(body));
      if (wrong) return wrong;
      const saved = await saveCarrierTable(tx, tableOf(body));
      return saved.ok ? ok(tableAnswer(saved.value)) : saved;
    },
    changeCarrierTable: async ({ params: { id }, body }) => {
      const wrong = otherCurrency(pricesOfTable(body));
      if (wrong) return wrong;
      const saved = await transactOrRefuse(db, (tx) => saveCarrierTable(tx, { ...tableOf(body), id }));
      return saved.ok ? ok(tableAnswer(saved.value)) : saved;
    },
    removeCarrierTable: async ({ params: { id } }) => {
      const removed = await transactOrRefuse(db, (tx) => removeCarrierTable(tx, id));
      return removed.ok ? REMOVED : removed;
    },
  };
}

type MethodBody = Asked<typeof shippingEndpoints.createDeliveryMethod>['body'];
type TableBody = Asked<typeof shippingEndpoints.createCarrierTable>['body'];
type StepsSent = TableBody['zones'][number]['steps'];
/** A price, the currency that it must have, and its field. */
type Priced = readonly [price: Money | undefined, currency: CurrencyCode, field: string];

function pricesOfMethod({ rates }: MethodBody): Priced[] {
  return rates.flatMap((rate, index): Priced[] => {
    const field = `rates[${index}]`;
    const own: Priced = [rate.freeFrom, rate.currency, `${field}.freeFrom`];
    return rate.basis === 'carrier'
      ? [own, [rate.surcharge, rate.currency, `${field}.surcharge`]]
      : [own, ...pricesOfSteps(rate.steps, rate.currency, field)];
  });
}

function pricesOfTable({ zones, currency }: TableBody): Priced[] {
  return zones.flatMap(({ steps }, index) => pricesOfSteps(steps, currency, `zones[${index}]`));
}

function pricesOfSteps(steps: StepsSent, currency: CurrencyCode, field: string): Priced[] {
  return steps.map(({ price }, index) => [price, currency, `${field}.steps[${index}].price`]);
}

function otherCurrency(prices: readonly Priced[]) {
  const other = prices.find(([price, currency]) => price !== undefined && price.currency !== currency);
  return other && refuse('other_currency', `the price is to be in ${other[1]}`, `${other[2]}.currency`);
}

function methodOf(body: MethodBody): Omit<DeliveryMethod, 'id'> {
  const { carrier, service, minDays, maxDays, cutOff, maxWeightGrams, maxDimensions, ...rest } = body;
  return {
    ...{ ...rest, carrier, service, minDays, maxDays, cutOff, maxWeightGrams, maxDimensions },
    translations: Object.fromEntries(body.translations.map(({ locale, name }) => [locale, name])),
    rates: body.rates.map(({ freeFrom, ...rate }): Rate => {
      const freeFromMinor = freeFrom?.minor;
      if (rate.basis !== 'carrier') return { ...rate, freeFromMinor, steps: stepsOf(rate.steps) };
      const { surcharge, ...table } = rate;
      return { ...table, freeFromMinor, surchargeMinor: surcharge?.minor ?? 0n };
    }),
  };
}

function tableOf({ zones, ...table }: TableBody): Omit<CarrierTable, 'id'> {
  return { ...table, zones: zones.map((zone) => ({ ...zone, steps: stepsOf(zone.steps) })) };
}

function stepsOf(steps: StepsSent): RateStep[] {
  return steps.map(({ upTo, price }) => ({
    upTo: upTo === undefined ? undefined : BigInt(upTo),
    priceMinor: price.minor,
  }));
}

function methodAnswer({ rates, isTaxedLikeGoods = false, ...method }: DeliveryMethod) {
  return { ...method, isTaxedLikeGoods, rates: rates.map(rateAnswer) };
}

function rateAnswer(rate: Rate) {
  const { zoneId, currency, freeFromMinor, basis } = rate;
  const amount = (minor: bigint) => moneyOf(money(minor, currency));
  const freeFrom = freeFromMinor === undefined ? undefined : amount(freeFromMinor);
  const own = { zoneId, currency, freeFrom, basis };
  return rate.basis === 'carrier'
    ? { ...own, tableId: rate.tableId, surcharge: amount(rate.surchargeMinor) }
    : { ...own, steps: rate.steps.map((step) => stepAnswer(step, currency)) };
}

function tableAnswer({ zones, ...table }: CarrierTable) {
  const steps = (all: readonly RateStep[]) => all.map((step) => stepAnswer(step, table.currency));
  return { ...table, zones: zones.map((zone) => ({ ...zone, steps: steps(zone.steps) })) };
}

function stepAnswer({ upTo, priceMinor }: RateStep, currency: CurrencyCode) {
  return { upTo: upTo === undefined ? undefined : Number(upTo), price: moneyOf(money(priceMinor, currency)) };
}
