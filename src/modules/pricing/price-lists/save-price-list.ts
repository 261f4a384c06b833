import { sql } from 'kysely';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { VariantId } from '../../catalog/index.ts';
import { tellPricesChanged } from '../tell-changed.ts';
import type { PriceList, PriceListId } from './price-list.ts';
import { upsertPriceList } from './store.ts';

export type PriceListRefusal = Refusal<'invalid' | 'code_taken' | 'not_found'>;

/** Makes a price list, or changes the one with `id`; tells of the prices in it where it is known already. */
export async function savePriceList(
  tx: Tx,
  input: Omit<PriceList, 'id'> & { readonly id?: PriceListId | undefined; readonly now: Temporal.Instant },
): Promise<Result<PriceList, PriceListRefusal>> {
  const { now, id, ...draft } = input;
  const refusal = refusalOf(draft);
  if (refusal !== undefined) return { ok: false, refusal };
  const { rows: others } = await sql<{ id: PriceListId; code: string }>`
    select id, code from pricing.price_list where code = ${draft.code} or id = ${id ?? null}
    order by id for update`.execute(tx);
  if (id !== undefined && !others.some((other) => other.id === id)) {
    return refuse('not_found', `no price list has the id ${id}`, 'id');
  }
  if (others.some((other) => other.code === draft.code && other.id !== id)) {
    return refuse('code_taken', `another price list has the code "${draft.code}"`, 'code');
  }
  const list: PriceList = { ...draft, id: id ?? newId<'price_list'>() };
  await upsertPriceList(tx, list, now);
  if (id !== undefined) await tellPricesChanged(tx, await variantsIn(tx, id));
  return ok(list);
}

/** Takes a list and all its prices away; the history keeps that they ended. */
export async function removePriceList(
  tx: Tx,
  { id, now, reason }: { readonly id: PriceListId; readonly now: Temporal.Instant; readonly reason: string },
): Promise<void> {
  const variantIds = await variantsIn(tx, id);
  await sql`
    with gone as (
      delete from pricing.list_price where price_list_id = ${id}
      returning variant_id, currency, price_list_id, from_quantity
    )
    insert into pricing.list_price_change
      (variant_id, currency, price_list_id, from_quantity, amount_minor, changed_at, reason)
    select variant_id, currency, price_list_id, from_quantity, null, ${now.toString()}::timestamptz, ${reason}
    from gone order by variant_id, currency, from_quantity`.execute(tx);
  await sql`delete from pricing.price_list where id = ${id}`.execute(tx);
  await tellPricesChanged(tx, variantIds);
}

async function variantsIn(tx: Tx, id: PriceListId): Promise<VariantId[]> {
  const { rows } = await sql<{ variant_id: VariantId }>`
    select distinct variant_id from pricing.list_price where price_list_id = ${id}
    order by variant_id`.execute(tx);
  return rows.map((row) => row.variant_id);
}

function refusalOf(list: Omit<PriceList, 'id'>): Refusal<'invalid'> | undefined {
  const invalid = (field: string, message: string) => refuse('invalid', message, field).refusal;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(list.code)) {
    return invalid('code', 'a code has 1 to 40 lower-case letters, digits and hyphens');
  }
  if (list.name.trim() === '' || list.name.length > 200) {
    return invalid('name', 'a name has 1 to 200 characters');
  }
  if (!Number.isInteger(list.priority) || Math.abs(list.priority) > 1_000) {
    return invalid('priority', 'a priority is a whole number from -1000 to 1000');
  }
  for (const field of ['segment', 'marketCode'] as const) {
    const text = list[field];
    if (text !== undefined && (text.trim() === '' || text.length > 100)) {
      return invalid(field, 'leave it out, or give 1 to 100 characters');
    }
  }
  const { startsAt, endsAt } = list;
  if (startsAt !== undefined && endsAt !== undefined && Temporal.Instant.compare(startsAt, endsAt) >= 0) {
    return invalid('endsAt', 'a list ends after it starts');
  }
  return undefined;
}
