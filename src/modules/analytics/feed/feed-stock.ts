import type { Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources } from '../facts/sources.ts';
import { readPosition, writePosition } from './position.ts';

// A shop that sells all day moves stock all day: it is not read again with every order.
const EVERY_SECONDS = 300n;

/** Copies what there is of every variant, and when there was nothing, if something moved and it was not done just now. */
export async function feedStock(
  warehouse: Warehouse,
  { stock }: Pick<FactSources, 'stock'>,
  { zone, now }: { readonly zone: string; readonly now: Temporal.Instant },
): Promise<void> {
  const seconds = BigInt(Math.floor(now.epochMilliseconds / 1_000));
  const position = await readPosition(warehouse, 'stock');
  if (position !== undefined && seconds >= position.id && seconds < position.id + EVERY_SECONDS) return;
  const revision = await stock.revision();
  if (position?.xid === revision) return;
  const variants = await stock.variants(zone);
  await warehouse.change(async (session) => {
    for (const table of ['stock', 'stock_out']) await session.run(`delete from ${table}`);
    await session.append(
      'stock',
      variants.map(({ variantId, onHand, available }) => [variantId, onHand, available]),
    );
    await session.append(
      'stock_out',
      variants.flatMap(({ variantId, outs }) => outs.map(({ from, to }) => [variantId, from, to ?? null])),
    );
    await writePosition(session, 'stock', { xid: revision, id: seconds });
  });
}
