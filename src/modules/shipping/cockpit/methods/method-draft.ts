import { fromDecimal, money, parseCurrency, toDecimal } from '../../../../kernel/index.ts';
import type { Method, MethodBody, Rate, RateBody } from '../words.ts';

/** A step as it is typed: grams, pieces or an amount; an empty end is without end. */
export type StepDraft = { readonly upTo: string; readonly price: string };

export type Basis = Rate['basis'];

export type RateDraft = {
  readonly zoneId: string;
  readonly currency: string;
  readonly basis: Basis;
  readonly steps: readonly StepDraft[];
  readonly freeFrom: string;
  readonly tableId: string;
  readonly surcharge: string;
};

/** A method as its form has it. */
export type MethodDraft = {
  readonly code: string;
  readonly name: string;
  readonly kind: Method['kind'];
  readonly translations: Readonly<Record<string, string>>;
  readonly carrier: string;
  readonly service: string;
  readonly taxClass: string;
  readonly isTaxedLikeGoods: boolean;
  readonly minDays: string;
  readonly maxDays: string;
  readonly cutOff: string;
  readonly maxWeightGrams: string;
  readonly sides: readonly [length: string, width: string, height: string];
  readonly isActive: boolean;
  readonly position: number;
  readonly rates: readonly RateDraft[];
};

/** What a part of the form is given. */
export type Changing = {
  readonly draft: MethodDraft;
  readonly set: (change: Partial<MethodDraft>) => void;
  readonly problems: Readonly<Record<string, string>>;
};

export function newMethod(position: number): MethodDraft {
  return {
    ...{ code: '', name: '', kind: 'delivery', translations: {}, carrier: '', service: '', taxClass: '' },
    ...{ isTaxedLikeGoods: true, minDays: '', maxDays: '', cutOff: '', maxWeightGrams: '' },
    ...{ sides: ['', '', ''], isActive: true, position, rates: [] },
  };
}

export function newRate(zoneId: string, currency: string): RateDraft {
  const steps = [{ upTo: '', price: '' }];
  return { zoneId, currency, basis: 'weight', steps, freeFrom: '', tableId: '', surcharge: '' };
}

export function draftOf(method: Method): MethodDraft {
  const { maxDimensions: size, rates, carrier = '', service = '', cutOff = '' } = method;
  const { code, name, kind, translations, taxClass, isTaxedLikeGoods, isActive, position } = method;
  return {
    ...{ code, name, kind, translations, taxClass, isTaxedLikeGoods, isActive, position },
    ...{ carrier, service, cutOff, minDays: text(method.minDays), maxDays: text(method.maxDays) },
    maxWeightGrams: text(method.maxWeightGrams),
    sides: [text(size?.lengthMm), text(size?.widthMm), text(size?.heightMm)],
    rates: rates.map(rateDraft),
  };
}

function rateDraft(rate: Rate): RateDraft {
  const { zoneId, currency, basis, steps = [], freeFrom, tableId = '', surcharge } = rate;
  return {
    ...{ zoneId, currency, basis, tableId },
    steps: steps.map(({ upTo, price }) => ({ upTo: endText(upTo, rate), price: price.amount })),
    ...{ freeFrom: freeFrom?.amount ?? '', surcharge: surcharge?.amount ?? '' },
  };
}

/** What is saved; what is empty is left out. */
export function sentMethod(draft: MethodDraft): MethodBody {
  const { sides, carrier, service, cutOff, minDays, maxDays, maxWeightGrams, rates, translations, ...rest } =
    draft;
  const [lengthMm, widthMm, heightMm] = sides.map(Number);
  const isSized = sides.every((side) => side !== '');
  return {
    ...rest,
    translations: Object.entries(translations)
      .filter(([, name]) => name.trim() !== '')
      .map(([locale, name]) => ({ locale, name: name.trim() })),
    ...(carrier.trim() === '' ? {} : { carrier: carrier.trim() }),
    ...(service.trim() === '' ? {} : { service: service.trim() }),
    ...(cutOff === '' ? {} : { cutOff }),
    ...(minDays === '' ? {} : { minDays: Number(minDays) }),
    ...(maxDays === '' ? {} : { maxDays: Number(maxDays) }),
    ...(maxWeightGrams === '' ? {} : { maxWeightGrams: Number(maxWeightGrams) }),
    ...(isSized && lengthMm && widthMm && heightMm ? { maxDimensions: { lengthMm, widthMm, heightMm } } : {}),
    rates: rates.map(sentRate),
  };
}

function sentRate({ zoneId, currency, basis, steps, freeFrom, tableId, surcharge }: RateDraft): RateBody {
  const free = freeFrom === '' ? {} : { freeFrom: { amount: freeFrom, currency } };
  if (basis === 'carrier') {
    const more = surcharge === '' ? {} : { surcharge: { amount: surcharge, currency } };
    return { zoneId, currency, basis, tableId, ...free, ...more };
  }
  return {
    ...{ zoneId, currency, basis, ...free },
    steps: steps.map(({ upTo, price }) => {
      const end = endOf(upTo, basis, currency);
      return { ...(end === undefined ? {} : { upTo: end }), price: { amount: price, currency } };
    }),
  };
}

/** Of a value the API counts minor units; people type an amount. */
function endOf(typed: string, basis: Basis, currency: string): number | undefined {
  if (typed === '') return undefined;
  if (basis !== 'value') return Number(typed);
  const code = parseCurrency(currency);
  const amount = code && fromDecimal(typed, code);
  return amount === undefined ? Number.NaN : Number(amount.minor);
}

function endText(upTo: number | undefined, { basis, currency }: Rate): string {
  const code = parseCurrency(currency);
  if (upTo === undefined) return '';
  return basis === 'value' && code !== undefined ? toDecimal(money(BigInt(upTo), code)) : String(upTo);
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
