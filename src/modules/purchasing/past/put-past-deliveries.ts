import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import type { SupplierId } from '../supplier/supplier.ts';

/** A line of an order that was given and came before the shop kept its own. */
export type PastDelivery = {
  readonly supplierId: SupplierId;
  /** The order, as its origin calls it. */
  readonly reference: string;
  readonly variantId: VariantId;
  readonly orderedOn: Temporal.PlainDate;
  readonly promisedOn: Temporal.PlainDate | undefined;
  readonly cameOn: Temporal.PlainDate;
  readonly ordered: number;
  /** Good pieces; what was damaged or wrong is `flawed`. */
  readonly received: number;
  readonly flawed: number;
  /** What the good pieces were invoiced at, and what they come to by their list; minor units of their currency. */
  readonly price: { readonly paidMinor: bigint; readonly listMinor: bigint } | undefined;
};

const AT_ONCE = 5_000;

/**
 * Keeps how suppliers delivered before the shop's own orders begin, as history: it is no order and in no book; lead times, usual
 * lateness and scorecards are learned of it. What this origin told before is replaced; nothing takes it out.
 *
 * @param input.deliveries of an order and a variant one, at most a million
 */
export async function putPastDeliveries(
  tx: Tx,
  { origin, deliveries }: { readonly origin: string; readonly deliveries: readonly PastDelivery[] },
): Promise<void> {
  await sql`delete from purchasing.past_delivery where origin = ${origin}`.execute(tx);
  for (let from = 0; from < deliveries.length; from += AT_ONCE) {
    const some = deliveries.slice(from, from + AT_ONCE);
    const all = <Name extends keyof PastDelivery>(name: Name) => some.map((one) => one[name]);
    const days = (name: 'orderedOn' | 'promisedOn' | 'cameOn') =>
      some.map((one) => one[name]?.toString() ?? null);
    await sql`
      insert into purchasing.past_delivery (origin, supplier_id, reference, variant_id, ordered_on, promised_on, came_on, ordered,
        received, flawed, paid_minor, list_minor)
      select ${origin}, given.* from unnest(${all('supplierId')}::uuid[], ${all('reference')}::text[],
        ${all('variantId')}::uuid[], ${days('orderedOn')}::date[], ${days('promisedOn')}::date[], ${days('cameOn')}::date[],
        ${all('ordered')}::int[], ${all('received')}::int[], ${all('flawed')}::int[],
        ${some.map(({ price }) => price?.paidMinor ?? null)}::bigint[],
        ${some.map(({ price }) => price?.listMinor ?? null)}::bigint[]) as given`.execute(tx);
  }
}
