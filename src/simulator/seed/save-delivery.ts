import { currencyOf, expectOk } from '../../kernel/index.ts';
import {
  type Rate,
  readMethods,
  readZones,
  saveMethod,
  savePickupPoints,
  saveZone,
  type ZoneId,
} from '../../modules/shipping/index.ts';
import type { Connection, Tx } from '../../platform/database/index.ts';
import { METHODS, type WorldMethod, type WorldRate, ZONES } from '../world/delivery.ts';
import { PICKUP_POINTS } from '../world/pickup-points.ts';
import { transact } from './transact.ts';

/** Zones, methods and pick-up points that are not there yet. */
export async function saveDelivery(connection: Connection): Promise<void> {
  await transact(connection, async (tx) => {
    const zones = await saveZones(tx);
    const known = new Set((await readMethods(tx)).map(({ code }) => code));
    for (const [position, method] of METHODS.entries()) {
      if (!known.has(method.code)) expectOk(await saveMethod(tx, methodOf(method, position, zones)));
    }
    const points = PICKUP_POINTS.map(({ code, name, line1, postalCode, city, openingHours }) => ({
      ...{ carrier: 'dhl', code, name, openingHours, isActive: true },
      address: { name, line1, postalCode, city, country: 'DE' },
    }));
    if (known.size === 0) expectOk(await savePickupPoints(tx, points));
  });
}

async function saveZones(tx: Tx): Promise<ReadonlyMap<string, ZoneId>> {
  const zones = new Map((await readZones(tx)).map(({ name, id }) => [name, id]));
  for (const [position, { name, countries }] of ZONES.entries()) {
    if (zones.has(name)) continue;
    const draft = { name, countries, regions: [], postalCodes: [], position };
    zones.set(name, expectOk(await saveZone(tx, draft)).id);
  }
  return zones;
}

function methodOf(method: WorldMethod, position: number, zones: ReadonlyMap<string, ZoneId>) {
  const { code, name, kind, carrier, service, minDays, maxDays, cutOff } = method;
  return {
    ...{ code, kind, carrier, service, minDays, maxDays, cutOff, position },
    ...{ name: name.en, translations: { de: name.de }, taxClass: '', isActive: true },
    ...{ maxWeightGrams: undefined, maxDimensions: undefined },
    rates: method.rates.map((rate) => rateOf(rate, zones)),
  };
}

function rateOf(
  { zone, currency, steps, freeFromMinor }: WorldRate,
  zones: ReadonlyMap<string, ZoneId>,
): Rate {
  const zoneId = zones.get(zone);
  if (zoneId === undefined) throw new RangeError(`no zone is called "${zone}"`);
  return {
    ...{ zoneId, currency: currencyOf(currency), basis: 'weight' },
    steps: steps.map(([upTo, price]) => ({
      upTo: upTo === undefined ? undefined : BigInt(upTo),
      priceMinor: BigInt(price),
    })),
    freeFromMinor: freeFromMinor === undefined ? undefined : BigInt(freeFromMinor),
  };
}
