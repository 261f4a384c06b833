import { expectOk } from '../../kernel/index.ts';
import {
  readTaxRates,
  STARTER_CLASSES,
  STARTER_RATES,
  saveTaxClass,
  saveTaxRates,
  saveTaxSeller,
} from '../../modules/taxes/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import { SHOP, TAX_REGISTRATIONS } from '../world/shop.ts';
import { transact } from './transact.ts';

/** Rates to begin with and where the shop is registered, in a shop that has no rates yet. */
export async function saveTaxes(connection: Connection): Promise<void> {
  await transact(connection, async (tx) => {
    if ((await readTaxRates(tx)).length > 0) return;
    for (const taxClass of STARTER_CLASSES) expectOk(await saveTaxClass(tx, taxClass));
    expectOk(await saveTaxRates(tx, STARTER_RATES));
    const seller = { usesOss: true, isAboveThreshold: true, vatIdProof: 'format' } as const;
    const { timeZone } = SHOP;
    expectOk(await saveTaxSeller(tx, { ...seller, registrations: TAX_REGISTRATIONS, timeZone }));
  });
}
