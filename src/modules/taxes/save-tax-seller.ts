import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { isCountry } from '../markets/index.ts';
import type { TaxSeller } from './seller.ts';
import { upsertSeller } from './store.ts';
import type { TaxesRefusal } from './tax-rate.ts';
import { tellIf } from './tell-changed.ts';

/** Where the seller is registered, and whose days count. */
export async function saveTaxSeller(tx: Tx, seller: TaxSeller): Promise<Result<void, TaxesRefusal>> {
  if (seller.registrations.length > 300) {
    return refuse('too_many', 'at most 300 registrations', 'registrations');
  }
  for (const [index, place] of seller.registrations.entries()) {
    const [country = '', region] = place.split('-', 2);
    const isPlace = isCountry(country) && (region === undefined || /^[A-Z0-9]{1,3}$/.test(region));
    if (isPlace) continue;
    const message = `"${place}" is no country or region: GB, US-NY`;
    return refuse('invalid', message, `registrations[${index}]`);
  }
  if (!isTimeZone(seller.timeZone)) {
    return refuse('invalid', `"${seller.timeZone}" is no IANA time zone`, 'timeZone');
  }
  const registrations = [...new Set(seller.registrations)].toSorted();
  await tellIf(tx, await upsertSeller(tx, { ...seller, registrations }));
  return ok(undefined);
}

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name);
}
