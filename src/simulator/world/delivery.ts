import { both, type Text } from './text.ts';

/** Where parcels go at one price. The prices are those of the page `delivery-and-returns`. */
export type WorldZone = { readonly name: string; readonly countries: readonly string[] };

export type WorldMethod = {
  readonly code: string;
  readonly name: Text;
  readonly kind: 'delivery' | 'pickup';
  readonly carrier: string;
  readonly service: string;
  readonly minDays: number;
  readonly maxDays: number;
  readonly cutOff: string;
  readonly rates: readonly WorldRate[];
};

/** Steps of `[grams, price]`; the last holds whatever is heavier. */
export type WorldRate = {
  readonly zone: string;
  readonly currency: string;
  readonly steps: readonly (readonly [upToGrams: number | undefined, priceMinor: number])[];
  readonly freeFromMinor?: number;
};

const UNION = 'AT BE BG HR CY CZ DK EE FI FR GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

export const ZONES: readonly WorldZone[] = [
  { name: 'Germany', countries: ['DE'] },
  { name: 'European Union', countries: UNION },
  { name: 'United Kingdom', countries: ['GB'] },
  { name: 'United States', countries: ['US'] },
];

export const METHODS: readonly WorldMethod[] = [
  {
    ...{ code: 'standard', name: both('Standard delivery | Standardversand'), kind: 'delivery' },
    ...{ carrier: 'dhl', service: 'Paket', minDays: 1, maxDays: 2, cutOff: '14:00' },
    rates: [germany([5_000, 490], [10_000, 790], [31_500, 1_290], [undefined, 3_900])],
  },
  {
    ...{ code: 'pick-up-point', name: both('To a pick-up point | An eine Abholstelle'), kind: 'pickup' },
    ...{ carrier: 'dhl', service: 'Packstation', minDays: 1, maxDays: 2, cutOff: '14:00' },
    rates: [germany([5_000, 490], [10_000, 790])],
  },
  {
    ...{ code: 'express', name: both('Express, the next working day | Express am nächsten Werktag') },
    ...{ kind: 'delivery', carrier: 'dhl-express', service: 'Express' },
    ...{ minDays: 1, maxDays: 1, cutOff: '12:00' },
    rates: [
      {
        zone: 'Germany',
        currency: 'EUR',
        steps: [
          [5_000, 1_290],
          [31_500, 1_990],
        ],
      },
      {
        zone: 'European Union',
        currency: 'EUR',
        steps: [
          [5_000, 2_490],
          [31_500, 4_990],
        ],
      },
    ],
  },
  {
    ...{ code: 'europe', name: both('Standard delivery | Standardversand'), kind: 'delivery' },
    ...{ carrier: 'dhl', service: 'Paket International', minDays: 2, maxDays: 4, cutOff: '14:00' },
    rates: [
      {
        ...{ zone: 'European Union', currency: 'EUR', freeFromMinor: 8_000 },
        steps: [
          [5_000, 890],
          [10_000, 1_490],
          [31_500, 2_490],
          [undefined, 6_900],
        ],
      },
    ],
  },
  {
    ...{ code: 'overseas', name: both('International delivery | Internationaler Versand'), kind: 'delivery' },
    ...{ carrier: 'dhl', service: 'Paket International', minDays: 4, maxDays: 8, cutOff: '14:00' },
    rates: [
      {
        zone: 'United Kingdom',
        currency: 'GBP',
        steps: [
          [5_000, 1_490],
          [10_000, 2_190],
          [undefined, 4_990],
        ],
      },
      {
        zone: 'United States',
        currency: 'USD',
        steps: [
          [5_000, 1_490],
          [10_000, 2_990],
          [undefined, 7_990],
        ],
      },
    ],
  },
];

function germany(...steps: WorldRate['steps']): WorldRate {
  return { zone: 'Germany', currency: 'EUR', steps, freeFromMinor: 8_000 };
}
