import { currencyOf, expectOk, localeOf } from '../../kernel/index.ts';
import { readProductsByHandle, type VariantId } from '../../modules/catalog/index.ts';
import {
  parseRate,
  readSuppliers,
  type SourceDraft,
  type SupplierDraft,
  saveSources,
  saveSupplier,
} from '../../modules/purchasing/index.ts';
import type { Connection } from '../../platform/database/index.ts';
import { suppliersOf, type WorldSource, type WorldSupplier } from '../world/suppliers.ts';
import type { WorldProduct } from '../world/world.ts';
import { transact } from './transact.ts';

/** Suppliers that are not there yet, each with its price list. */
export async function saveSuppliers(
  connection: Connection,
  {
    products,
    seed,
    now,
  }: { readonly products: readonly WorldProduct[]; readonly seed: number; readonly now: Temporal.Instant },
): Promise<void> {
  const handles = products.map(({ handle }) => handle);
  const saved = await readProductsByHandle(connection.db, handles);
  const ids = new Map(
    [...saved.values()].flatMap(({ variants }) => variants.map(({ id, sku }) => [sku ?? '', id] as const)),
  );
  const known = new Set((await readSuppliers(connection.db)).map(({ name }) => name));
  for (const supplier of suppliersOf(products, seed)) {
    if (known.has(supplier.maker.name)) continue;
    await transact(connection, async (tx) => {
      const { id } = expectOk(await saveSupplier(tx, { draft: draftOf(supplier), now }));
      const sources = supplier.sources.flatMap((source) => sourceDraft(source, ids) ?? []);
      expectOk(await saveSources(tx, { supplierId: id, sources }));
    });
  }
}

function draftOf({ maker, rate, ...terms }: WorldSupplier): SupplierDraft {
  return {
    ...{ name: maker.name, currency: currencyOf(terms.currency), locale: localeOf(terms.locale) },
    ...{ email: maker.electronicAddress, address: maker.postalAddress, paymentDays: terms.paymentDays },
    ...{ discountMillionths: terms.discountMillionths, discountDays: terms.discountDays },
    ...{
      incoterm: terms.incoterm,
      leadDays: terms.leadDays,
      orderWeekdays: terms.orderWeekdays,
      orderWeeks: 1,
    },
    ...{ orderMinimumMinor: BigInt(terms.orderMinimum) * 100n, orderMinimumPieces: 0 },
    ...{ rateE10: parseRate(rate) ?? 1n, note: '', isActive: true, contacts: [], closedDays: [] },
  };
}

function sourceDraft(
  { sku, packSize, minimumQuantity, breaks }: WorldSource,
  ids: ReadonlyMap<string, VariantId>,
): SourceDraft | undefined {
  const variantId = ids.get(sku);
  if (variantId === undefined) return undefined;
  return {
    ...{ variantId, sku: undefined, packSize, minimumQuantity, shelfLifeDays: undefined, rank: 0 },
    breaks: breaks.map((one) => ({ ...one, perQuantity: 1 })),
  };
}
