import { currencyOf, idFrom, localeOf } from '../../kernel/index.ts';
import {
  type DeliveryInput,
  type DeliveryMethod,
  deliveryOptions,
  type Rate,
  type RateStep,
  type ShippingRulebook,
  type Zone,
} from './index.ts';

// Builders for the tests of prices and points: seven zones, methods and orders.
export const EUR = currencyOf('EUR');
export const id = <Name extends string>(number: number) => idFrom<Name>(number, new Uint8Array(10));
export const step = (upTo: number | undefined, price: number): RateStep => ({
  upTo: upTo === undefined ? undefined : BigInt(upTo),
  priceMinor: BigInt(price),
});

export const zone = (number: number, change: Partial<Zone>): Zone => ({
  ...{
    id: id(number),
    name: `Zone ${number}`,
    countries: [],
    regions: [],
    postalCodes: [],
    position: number,
  },
  ...change,
});
export const WORLD = zone(1, {});
export const GERMANY = zone(2, { countries: ['DE'] });
export const ISLANDS = zone(3, { countries: ['DE'], postalCodes: ['27498', '25849', '18565'] });
export const NORTH = zone(4, { countries: ['DE'], postalCodes: ['2*'] });
export const CALIFORNIA = zone(5, { countries: ['US'], regions: ['US-CA'] });
export const USA = zone(6, { countries: ['US'] });
export const HAMBURG = zone(7, { countries: ['DE'], postalCodes: ['20000..21149'] });
export const ZONES = [WORLD, GERMANY, ISLANDS, NORTH, CALIFORNIA, USA, HAMBURG];

export const byWeight = (zoneId: Zone['id'], steps: RateStep[], free?: number): Rate => ({
  ...{ zoneId, currency: EUR, basis: 'weight', steps },
  freeFromMinor: free === undefined ? undefined : BigInt(free),
});
export const method = (
  number: number,
  rates: Rate[],
  change: Partial<DeliveryMethod> = {},
): DeliveryMethod => ({
  ...{
    id: id(number),
    code: `m${number}`,
    name: `Method ${number}`,
    translations: {},
    kind: 'delivery',
    rates,
  },
  ...{ carrier: undefined, service: undefined, taxClass: '', minDays: 1, maxDays: 2, cutOff: undefined },
  ...{ maxWeightGrams: undefined, maxDimensions: undefined, isActive: true, position: number },
  ...change,
});
export const rulebook = (
  methods: DeliveryMethod[],
  change: Partial<ShippingRulebook> = {},
): ShippingRulebook => ({
  ...{ version: 1n, zones: ZONES, methods, tables: [], pickupPoints: [] },
  ...change,
});
/** What a test changes about an order of 500 g and 30.00 to Munich. */
type Change = Partial<Omit<DeliveryInput, 'goods'>> & { readonly goods?: Partial<DeliveryInput['goods']> };
export const input = ({ goods, ...change }: Change = {}): DeliveryInput => ({
  ...{ destination: { country: 'DE', postalCode: '80331' }, currency: EUR, locale: localeOf('en') },
  ...change,
  goods: { weightGrams: 500, valueMinor: 3_000n, quantity: 1, requiresShipping: true, ...goods },
});
export const prices = (book: ShippingRulebook, change: Change = {}) =>
  deliveryOptions(book, input(change)).map(({ priceMinor }) => Number(priceMinor));
