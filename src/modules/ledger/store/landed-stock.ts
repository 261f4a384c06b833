import { sql } from 'kysely';
import type { CurrencyCode } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Landed } from '../costs/landed.ts';
import type { VariantId } from './cost-levels.ts';

/** What a source put onto the goods of a variant. */
export type LandedRow = Landed & { readonly source: string; readonly variantId: VariantId };

export function landedKey({ source, variantId }: Pick<LandedRow, 'source' | 'variantId'>): string {
  return `${source} ${variantId}`;
}

/** Nobody else changes them meanwhile: whoever does holds the cost levels of the same variants. */
export async function readLanded(
  tx: Tx,
  items: readonly { readonly source: string; readonly variantId: VariantId }[],
  currency: CurrencyCode,
): Promise<Map<string, LandedRow>> {
  const { rows } = await sql<LandedRow>`
    select source, variant_id as "variantId", landed_minor as "landedMinor", stock_minor as "stockMinor", decay
    from ledger.landed_stock join (select distinct source, variant_id from unnest(
      ${items.map(({ source }) => source)}::uuid[], ${items.map(({ variantId }) => variantId)}::uuid[]
    ) as given (source, variant_id)) asked using (source, variant_id)
    where currency = ${currency}`.execute(tx);
  return new Map(rows.map((row) => [landedKey(row), row]));
}

export async function writeLanded(tx: Tx, rows: readonly LandedRow[], currency: CurrencyCode): Promise<void> {
  await sql`
    insert into ledger.landed_stock (source, variant_id, currency, landed_minor, stock_minor, decay)
    select source, variant_id, ${currency}, landed, stock, decay from unnest(
      ${rows.map(({ source }) => source)}::uuid[], ${rows.map(({ variantId }) => variantId)}::uuid[],
      ${rows.map(({ landedMinor }) => landedMinor)}::bigint[], ${rows.map(({ stockMinor }) => stockMinor)}::bigint[],
      ${rows.map(({ decay }) => decay)}::float8[]
    ) as given (source, variant_id, landed, stock, decay)
    on conflict (source, variant_id, currency) do update set landed_minor = excluded.landed_minor,
      stock_minor = excluded.stock_minor, decay = excluded.decay`.execute(tx);
}
