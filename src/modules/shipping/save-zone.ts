import { isDeepStrictEqual } from 'node:util';
import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { nameRefusal, placeRefusal } from './check-place.ts';
import { readZones } from './store/read.ts';
import { deleteZone, isZoneInUse, upsertZone } from './store/write.ts';
import { tellChanged } from './tell-changed.ts';
import type { ShippingRefusal, Zone, ZoneId } from './zone.ts';

const ZONES = 500;

/** Makes a zone, or changes the one with `id`. */
export async function saveZone(
  tx: Tx,
  draft: Omit<Zone, 'id'> & { readonly id?: ZoneId },
): Promise<Result<Zone, ShippingRefusal>> {
  const refusal = nameRefusal(draft.name, 'name') ?? placeRefusal(draft, '');
  if (refusal !== undefined) return { ok: false, refusal };
  const known = await readZones(tx);
  const before = known.find(({ id }) => id === draft.id);
  if (draft.id !== undefined && before === undefined) return refuse('not_found', 'no such zone', 'id');
  if (before === undefined && known.length >= ZONES) return refuse('too_many', `at most ${ZONES} zones`);
  const { countries, regions, postalCodes, position } = draft;
  const id = draft.id ?? newId<'shipping_zone'>();
  const zone: Zone = { id, name: draft.name.trim(), countries, regions, postalCodes, position };
  if (isDeepStrictEqual(before, zone)) return ok(zone);
  await upsertZone(tx, zone);
  await tellChanged(tx);
  return ok(zone);
}

/** Takes a zone away that no method has a price for. */
export async function removeZone(tx: Tx, id: ZoneId): Promise<Result<void, ShippingRefusal>> {
  if (await isZoneInUse(tx, id)) return refuse('in_use', 'a method has a price for this zone', 'id');
  if (await deleteZone(tx, id)) await tellChanged(tx);
  return ok(undefined);
}
