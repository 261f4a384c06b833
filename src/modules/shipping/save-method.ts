import { isDeepStrictEqual } from 'node:util';
import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { methodRefusal } from './check-method.ts';
import type { DeliveryMethod, MethodId, Rate } from './method.ts';
import { readCarrierTables, readMethods, readZones } from './store/read.ts';
import { deleteMethod, upsertMethod } from './store/write.ts';
import { tellChanged } from './tell-changed.ts';
import type { ShippingRefusal } from './zone.ts';

const METHODS = 200;

/** Makes a method with its prices, or changes the one with `id`: all of it, what is left out is gone. */
export async function saveMethod(
  tx: Tx,
  draft: Omit<DeliveryMethod, 'id'> & { readonly id?: MethodId },
): Promise<Result<DeliveryMethod, ShippingRefusal>> {
  const refusal = methodRefusal(draft) ?? (await danglingRefusal(tx, draft.rates));
  if (refusal !== undefined) return { ok: false, refusal };
  const known = await readMethods(tx);
  const before = known.find(({ id }) => id === draft.id);
  if (draft.id !== undefined && before === undefined) return refuse('not_found', 'no such method', 'id');
  if (before === undefined && known.length >= METHODS) {
    return refuse('too_many', `at most ${METHODS} methods`);
  }
  if (known.some(({ id, code }) => code === draft.code && id !== draft.id)) {
    return refuse('code_taken', `another method has the code "${draft.code}"`, 'code');
  }
  const rates = draft.rates.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const { isTaxedLikeGoods, ...rest } = draft;
  const method: DeliveryMethod = {
    ...rest,
    ...(isTaxedLikeGoods ? { isTaxedLikeGoods } : {}),
    ...{ id: draft.id ?? newId(), name: draft.name.trim(), rates },
  };
  if (isDeepStrictEqual(before, method)) return ok(method);
  await upsertMethod(tx, method);
  await tellChanged(tx);
  return ok(method);
}

/** Takes a method away. Placed orders have kept its name and price. */
export async function removeMethod(tx: Tx, id: MethodId): Promise<void> {
  if (await deleteMethod(tx, id)) await tellChanged(tx);
}

async function danglingRefusal(tx: Tx, rates: readonly Rate[]): Promise<ShippingRefusal | undefined> {
  const zones = new Set((await readZones(tx)).map(({ id }) => id));
  const tables = new Map((await readCarrierTables(tx)).map((table) => [table.id, table]));
  for (const [index, rate] of rates.entries()) {
    const path = `rates[${index}]`;
    if (!zones.has(rate.zoneId)) return refuse('unknown_zone', 'no such zone', `${path}.zoneId`).refusal;
    if (rate.basis !== 'carrier') continue;
    const table = tables.get(rate.tableId);
    if (table === undefined) return refuse('unknown_table', 'no such table', `${path}.tableId`).refusal;
    if (table.currency !== rate.currency) {
      return refuse('invalid', `the table is in ${table.currency}`, `${path}.currency`).refusal;
    }
  }
  return undefined;
}

function keyOf({ zoneId, currency }: Rate): string {
  return `${zoneId} ${currency}`;
}
