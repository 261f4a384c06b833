import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import { type Candidate, type Match, matchRefunds } from './match-refunds.ts';

const PAGE = 10_000;

type Row = {
  id: bigint;
  kind: Candidate['kind'];
  happened_at: Temporal.Instant;
  pieces: number;
  /** Customer, SKU, price and currency, as a number. */
  key: bigint;
};

/**
 * Finds what each refund of an import takes back, among the sales of all imports: same customer, SKU, price and currency.
 * Those whose own document says it are linked already.
 */
export async function linkRefunds(tx: Tx, importId: number): Promise<void> {
  await sql`declare candidate no scroll cursor for ${candidates(importId)}`.execute(tx);
  let open: Row[] = [];
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(PAGE)} from candidate`.execute(tx);
    const isLast = rows.length < PAGE;
    const groups = [...Map.groupBy([...open, ...rows], ({ key }) => key).values()];
    // The last group of a page may go on in the next one.
    open = isLast ? [] : (groups.pop() ?? []);
    await keep(
      tx,
      groups.flatMap((group) => matchRefunds(group.map(candidateOf))),
    );
    if (isLast) break;
  }
  await sql`close candidate`.execute(tx);
  await linkTaxes(tx, importId);
}

/** The tax that a row gives back is of the order that its goods are of. */
async function linkTaxes(tx: Tx, importId: number): Promise<void> {
  await sql`
    update history.line tax set cancels = goods.cancels
    from history.line goods
    where tax.import_id = ${importId} and tax.kind = 'refund' and tax.class = 'tax' and tax.cancels is null
      and goods.import_id = ${importId} and goods.line = tax.line and goods.class <> 'tax'
      and goods.cancels is not null`.execute(tx);
}

function candidateOf({ id, kind, happened_at: happenedAt, pieces }: Row): Candidate {
  return { id, kind, happenedAt, pieces };
}

function candidates(importId: number) {
  return sql`
    with open as (
      select distinct customer, sku, unit_price, currency from history.line
      where import_id = ${sql.lit(importId)} and kind = 'refund' and cancels is null and customer is not null and sku <> ''
    ), numbered as (
      select customer, sku, unit_price, currency, row_number() over () as key from open
    )
    select line.id, kind, happened_at, key, case kind
      when 'refund' then -quantity
      else quantity - coalesce((
        select sum(-back.quantity) from history.line back where back.refund_of = line.id), 0)::int
      end as pieces
    from history.line line join numbered using (customer, sku, unit_price, currency)
    where kind = 'sale' and quantity > 0
      or kind = 'refund' and cancels is null and import_id = ${sql.lit(importId)}
    order by key, happened_at, line.id`;
}

async function keep(tx: Tx, matches: readonly Match[]): Promise<void> {
  if (matches.length === 0) return;
  await sql`
    update history.line back set refund_of = sale.id, cancels = sale.document
    from unnest(${matches.map(({ refund }) => refund)}::bigint[], ${matches.map(({ sale }) => sale)}::bigint[])
      as found (refund, sale)
    join history.line sale on sale.id = found.sale
    where back.id = found.refund`.execute(tx);
}
