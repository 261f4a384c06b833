import { currencyOf, expectOk } from '../../kernel/index.ts';
import {
  readAttributeDefinitions,
  saveAttributeDefinition,
  saveProducts,
  type VariantId,
} from '../../modules/catalog/index.ts';
import { defaultLocation, type Location, setOnHand } from '../../modules/inventory/index.ts';
import { setPrices } from '../../modules/pricing/index.ts';
import type { Connection, Tx } from '../../platform/database/index.ts';
import { type GeneratedProduct, type GeneratedVariant, generateProducts } from '../catalogue/generate.ts';
import { ATTRIBUTES } from '../world/attributes.ts';
import type { SeedProgress } from './seed-demo.ts';
import { transact } from './transact.ts';

const EUR = currencyOf('EUR');
const BATCH = 500;

/**
 * Adds `count` generated products through the front doors, 500 to a transaction. What is there already is left as it
 * is, so that a second run changes nothing; a signal stops it between two transactions.
 *
 * @returns how many products went in
 */
export async function seedMany(input: {
  readonly connection: Connection;
  readonly now: Temporal.Instant;
  readonly seed: number;
  readonly count: number;
  readonly progress?: SeedProgress;
  readonly signal?: AbortSignal;
}): Promise<number> {
  const { connection, now } = input;
  await transact(connection, defineAttributes);
  const location = await defaultLocation(connection.db);
  let batch: GeneratedProduct[] = [];
  let done = 0;
  const write = async () => {
    input.signal?.throwIfAborted();
    const products = batch;
    batch = [];
    await transact(connection, (tx) => saveBatch(tx, products, location, now));
    done += products.length;
    if (done % 10_000 < BATCH)
      input.progress?.(`${done.toLocaleString('en')} of ${input.count.toLocaleString('en')} products`);
  };
  for (const product of generateProducts(input)) {
    batch.push(product);
    if (batch.length === BATCH) await write();
  }
  if (batch.length > 0) await write();
  return done;
}

async function defineAttributes(tx: Tx): Promise<void> {
  const known = new Set((await readAttributeDefinitions(tx)).map((definition) => definition.key));
  for (const [position, attribute] of ATTRIBUTES.entries()) {
    if (known.has(attribute.key)) continue;
    const choices = attribute.choices.map((choice) => choice.en);
    expectOk(await saveAttributeDefinition(tx, { ...attribute, name: attribute.name.en, choices, position }));
  }
}

async function saveBatch(
  tx: Tx,
  products: readonly GeneratedProduct[],
  location: Location,
  now: Temporal.Instant,
): Promise<void> {
  const saved = await saveProducts(tx, { drafts: products.map(draftOf), now, cause: 'seed' });
  const bySku = new Map(
    products.flatMap(({ variants }) => variants.map((variant) => [variant.sku, variant])),
  );
  const made: { variantId: VariantId; variant: GeneratedVariant }[] = [];
  for (const product of saved) {
    if ('refusal' in product) throw new Error(`${product.handle} was refused: ${product.refusal.message}`);
    for (const { id, sku } of product.variants) {
      const variant = bySku.get(sku ?? '');
      if (variant !== undefined) made.push({ variantId: id, variant });
    }
  }
  const prices = made.map(({ variantId, variant }) => ({
    variantId,
    currency: EUR,
    amountMinor: variant.amountMinor,
    compareAtMinor: variant.compareAtMinor,
  }));
  await setPrices(tx, { prices, now, reason: 'seed' });
  const counts = made.map(({ variantId, variant }) => ({
    variantId,
    locationId: location.id,
    onHand: variant.onHand,
  }));
  await setOnHand(tx, { counts, now, reason: 'import', reference: 'seed' });
}

function draftOf(product: GeneratedProduct) {
  const { category, pictures: _pictures, ageDays: _ageDays, variants, ...draft } = product;
  return {
    ...draft,
    status: 'active' as const,
    categories: [category],
    variants: variants.map(({ sku, barcode, optionValues, weightGrams, swatch }) => ({
      sku,
      barcode,
      optionValues,
      weightGrams,
      attributes: { swatch },
    })),
  };
}
