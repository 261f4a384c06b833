import { isDeepStrictEqual } from 'node:util';
import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { nameRefusal, placeRefusal } from './check-place.ts';
import { stepsRefusal } from './check-steps.ts';
import type { CarrierTable, CarrierTableId } from './method.ts';
import { readCarrierTables } from './store/read.ts';
import { deleteCarrierTable, isTableInUse, upsertCarrierTable } from './store/write.ts';
import { tellChanged } from './tell-changed.ts';
import type { ShippingRefusal } from './zone.ts';

const TABLES = 100;
const ZONES = 100;

/** Makes a carrier's table, or changes the one with `id`: all of it. Weights in grams. */
export async function saveCarrierTable(
  tx: Tx,
  draft: Omit<CarrierTable, 'id'> & { readonly id?: CarrierTableId },
): Promise<Result<CarrierTable, ShippingRefusal>> {
  const refusal = tableRefusal(draft);
  if (refusal !== undefined) return { ok: false, refusal };
  const known = await readCarrierTables(tx);
  const before = known.find(({ id }) => id === draft.id);
  if (draft.id !== undefined && before === undefined) return refuse('not_found', 'no such table', 'id');
  if (before === undefined && known.length >= TABLES) return refuse('too_many', `at most ${TABLES} tables`);
  if (before !== undefined && before.currency !== draft.currency && (await isTableInUse(tx, before.id))) {
    return refuse('in_use', 'methods use this table in its present currency', 'currency');
  }
  const table: CarrierTable = { ...draft, id: draft.id ?? newId(), name: draft.name.trim() };
  if (isDeepStrictEqual(before, table)) return ok(table);
  await upsertCarrierTable(tx, table);
  await tellChanged(tx);
  return ok(table);
}

/** Takes a table away that no method uses. */
export async function removeCarrierTable(tx: Tx, id: CarrierTableId): Promise<Result<void, ShippingRefusal>> {
  if (await isTableInUse(tx, id)) return refuse('in_use', 'a method uses this table', 'id');
  if (await deleteCarrierTable(tx, id)) await tellChanged(tx);
  return ok(undefined);
}

function tableRefusal(table: Omit<CarrierTable, 'id'>): ShippingRefusal | undefined {
  const refusal = nameRefusal(table.name, 'name') ?? nameRefusal(table.carrier, 'carrier');
  if (refusal !== undefined) return refusal;
  if (table.zones.length === 0) return refuse('missing', 'a table has at least one zone', 'zones').refusal;
  if (table.zones.length > ZONES) return refuse('too_many', `at most ${ZONES} zones`, 'zones').refusal;
  for (const [index, zone] of table.zones.entries()) {
    const path = `zones[${index}].`;
    const found =
      nameRefusal(zone.code, `${path}code`) ??
      placeRefusal(zone, path) ??
      stepsRefusal(zone.steps, `${path}steps`);
    if (found !== undefined) return found;
  }
  return undefined;
}
