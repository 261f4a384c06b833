import { ok, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { parsePostalAddress } from '../markets/index.ts';
import { nameRefusal } from './check-place.ts';
import type { OpeningHours, PickupPoint, PickupPointId } from './pickup-point.ts';
import { countPickupPoints, deletePickupPoints, upsertPickupPoints } from './store/write.ts';
import { tellChanged } from './tell-changed.ts';
import type { ShippingRefusal } from './zone.ts';

/** So many points a shop has at most: the rulebook holds them all. */
const POINTS = 5_000;

export type PickupPointDraft = Omit<PickupPoint, 'id'>;

/**
 * Makes or changes points, all or none; a point is known by its carrier and the carrier's code. The same list again
 * writes nothing.
 */
export async function savePickupPoints(
  tx: Tx,
  drafts: readonly PickupPointDraft[],
): Promise<Result<void, ShippingRefusal>> {
  if (drafts.length > POINTS) return refuse('too_many', `at most ${POINTS} points`, 'points');
  const points: PickupPoint[] = [];
  for (const [index, draft] of drafts.entries()) {
    const path = `points[${index}]`;
    const refusal =
      nameRefusal(draft.name, `${path}.name`) ??
      nameRefusal(draft.code, `${path}.code`) ??
      hoursRefusal(draft.openingHours, path);
    if (refusal !== undefined) return { ok: false, refusal };
    const address = parsePostalAddress(draft.address, { field: `${path}.address` });
    if (!address.ok) {
      const [problem] = address.refusal.problems;
      return refuse('invalid', address.refusal.message, problem?.field ?? `${path}.address`);
    }
    points.push({ ...draft, id: newId(), name: draft.name.trim(), address: address.value });
  }
  if (!(await upsertPickupPoints(tx, points))) return ok(undefined);
  if ((await countPickupPoints(tx)) > POINTS) return refuse('too_many', `at most ${POINTS} points`, 'points');
  await tellChanged(tx);
  return ok(undefined);
}

export async function removePickupPoints(tx: Tx, ids: readonly PickupPointId[]): Promise<void> {
  if (await deletePickupPoints(tx, ids)) await tellChanged(tx);
}

function hoursRefusal(hours: readonly OpeningHours[], path: string): ShippingRefusal | undefined {
  if (hours.length > 28) return refuse('too_many', 'at most 28 opening hours', path).refusal;
  const bad = hours.findIndex(
    ({ day, opens, closes }) => !isDay(day) || !isTime(opens) || !isTime(closes) || closes <= opens,
  );
  if (bad < 0) return undefined;
  const message = 'opening hours are a day from 1 to 7 and two times, such as 09:00 and 18:30';
  return refuse('invalid', message, `${path}.openingHours[${bad}]`).refusal;
}

function isDay(day: number): boolean {
  return Number.isInteger(day) && day >= 1 && day <= 7;
}

function isTime(text: string): boolean {
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);
}
