import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { tell } from '../../../platform/outbox/index.ts';
import { readProductIdsOfVariants, type VariantId } from '../../catalog/index.ts';
import { noSupplier } from '../supplier/save-supplier.ts';
import { lockSupplier } from '../supplier/store.ts';
import type { SupplierId } from '../supplier/supplier.ts';
import { SOURCE_LIMIT, type SourceDraft, type SourceRefusal } from './source.ts';
import { deleteSources, writeSources } from './store.ts';

const MOST = 1_000_000;
const BREAKS = 20;

/** Writes entries of a supplier's price list, all or none; other entries stay. */
export async function saveSources(
  tx: Tx,
  { supplierId, sources }: { readonly supplierId: SupplierId; readonly sources: readonly SourceDraft[] },
): Promise<Result<{ readonly saved: number }, SourceRefusal>> {
  if (sources.length > SOURCE_LIMIT) throw new RangeError(`at most ${SOURCE_LIMIT} entries a call`);
  if ((await lockSupplier(tx, supplierId)) === undefined) return noSupplier(supplierId);
  const known = await readProductIdsOfVariants(tx, [...new Set(sources.map((one) => one.variantId))]);
  const seen = new Set<VariantId>();
  for (const [index, source] of sources.entries()) {
    const field = `sources[${index}]`;
    if (!known.has(source.variantId)) {
      return refuse('unknown_variant', `no variant has the id ${source.variantId}`, `${field}.variantId`);
    }
    if (seen.has(source.variantId)) return refuse('invalid', 'this variant is in the list twice', field);
    seen.add(source.variantId);
    const refusal = invalid(source, field);
    if (refusal !== undefined) return { ok: false, refusal };
  }
  await writeSources(tx, supplierId, sources);
  await tell(tx, 'purchasing.supplier_changed', { supplierId });
  return ok({ saved: sources.length });
}

/** Takes variants out of a supplier's price list; orders keep what was ordered. */
export async function removeSources(
  tx: Tx,
  { supplierId, variantIds }: { readonly supplierId: SupplierId; readonly variantIds: readonly VariantId[] },
): Promise<Result<undefined, Refusal<'not_found'>>> {
  if ((await lockSupplier(tx, supplierId)) === undefined) return noSupplier(supplierId);
  await deleteSources(tx, supplierId, variantIds);
  await tell(tx, 'purchasing.supplier_changed', { supplierId });
  return ok(undefined);
}

function invalid(source: SourceDraft, at: string): Refusal<'invalid'> | undefined {
  const no = (field: string, message: string) => refuse('invalid', message, `${at}.${field}`).refusal;
  const { packSize, minimumQuantity, shelfLifeDays, breaks } = source;
  if (!isCount(packSize)) return no('packSize', 'a pack has whole pieces, 1 to 1,000,000');
  if (!isCount(minimumQuantity)) return no('minimumQuantity', 'whole pieces, 1 to 1,000,000');
  if (shelfLifeDays !== undefined && !isCount(shelfLifeDays))
    return no('shelfLifeDays', 'whole days, 1 or more');
  if (!Number.isInteger(source.rank) || source.rank < 0 || source.rank > 1_000) {
    return no('rank', 'a whole number from 0 to 1,000');
  }
  if (breaks.length === 0 || breaks.length > BREAKS) return no('breaks', `1 to ${BREAKS} prices`);
  for (const [index, { from, priceMinor, perQuantity }] of breaks.entries()) {
    if (!isCount(from)) return no(`breaks[${index}].from`, 'whole pieces, 1 to 1,000,000');
    if (!isCount(perQuantity)) return no(`breaks[${index}].perQuantity`, 'whole pieces, 1 to 1,000,000');
    if (priceMinor < 0n) return no(`breaks[${index}].priceMinor`, 'a price is not below nothing');
    const before = breaks[index - 1];
    if (before !== undefined && before.from >= from) {
      return no(`breaks[${index}].from`, 'prices are in the order of their quantities, each once');
    }
  }
  return undefined;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST;
}
