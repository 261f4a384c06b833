import { currencyOf, parseId } from '../../../kernel/index.ts';
import { certainLeadTime, steadyForecast } from '../../../statistics/index.ts';
import type { Source } from '../../purchasing/index.ts';
import type { NeedFacts } from '../need/need.ts';
import { DEFAULT_POLICY, type Policy } from '../policy/policy.ts';

/** What the program comes with, but for what is aimed at. */
export const AT_95: Policy = { ...DEFAULT_POLICY, service: { kind: 'cycle', share: 0.95 } };
export const TODAY = Temporal.PlainDate.from('2026-11-30');

function idOf<Name extends string>(last: number) {
  const id = parseId<Name>(`01920000-0000-7000-8000-00000000000${last}`);
  if (id === undefined) throw new TypeError('no id');
  return id;
}

export function aSource(given: Partial<Source> = {}): Source {
  return {
    ...{ variantId: idOf<'variant'>(1), supplierId: idOf<'supplier'>(2), supplierName: 'Tidewater' },
    ...{ sku: undefined, packSize: 1, minimumQuantity: 1, shelfLifeDays: undefined, rank: 1 },
    breaks: [{ from: 1, priceMinor: 400n, perQuantity: 1 }],
    ...{
      currency: currencyOf('EUR'),
      rateE10: 10_000_000_000n,
      reviewDays: 7,
      orderWeekdays: [],
      closedDays: [],
    },
    leadTime: {
      ...{ meanDays: 14, sdDays: 0, distribution: certainLeadTime(14), receipts: 5, isAssumed: false },
    },
    ...{ orderMinimumMinor: 0n, orderMinimumPieces: 0 },
    ...given,
  };
}

/** Two pieces a day, fourteen days until goods come, looked at every week, nothing there. */
export function needFacts(
  given: Partial<NeedFacts> & { readonly perDay?: number; readonly errorVariance?: number } = {},
): NeedFacts {
  const { perDay = 2, errorVariance = 3, ...facts } = given;
  return {
    ...{ variantId: idOf<'variant'>(1), locationId: idOf<'location'>(3), today: TODAY },
    ...{ source: aSource(), leadTimes: certainLeadTime(14), policy: AT_95 },
    forecast: steadyForecast({ perDay, errorVariance }),
    ...{ available: 0, inTransit: 0, onOrder: [], marginMinor: 600 },
    prices: [{ from: 1, unitCost: 400 }],
    ...facts,
  };
}
