import { sql } from 'kysely';
import { ok, parseId, type Result } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/database/index.ts';
import {
  checkPolicy,
  type Limits,
  type PolicyPart,
  type PolicyRefusal,
  type PolicyScope,
  type ServiceTarget,
} from './policy.ts';

const OF_SHOP = '00000000-0000-0000-0000-000000000000';
const MILLION = 1_000_000;

type Row = {
  scope: PolicyScope['kind'];
  scope_id: string;
  is_off: boolean | null;
  service_kind: ServiceTarget['kind'] | null;
  service_millionths: number | null;
  holding_millionths: number | null;
  order_cost_minor: bigint | null;
  substitution_millionths: number | null;
  max_cover_days: number | null;
  min_pieces: number | null;
  max_pieces: number | null;
  budget_minor: bigint | null;
  storage_pieces: number | null;
};

/**
 * Every policy that somebody has set, by `keyOf` its scope, the shop's with what was learned of its aims. They are few: a shop, its
 * categories, exceptions.
 */
export async function readPolicyParts(db: Db): Promise<ReadonlyMap<string, PolicyPart>> {
  const [parts, experience] = await Promise.all([readParts(db), readExperience(db)]);
  const key = keyOf({ kind: 'shop' });
  return experience === undefined ? parts : new Map([...parts, [key, { ...parts.get(key), experience }]]);
}

async function readExperience(db: Db): Promise<number | undefined> {
  const { rows } = await sql<{ factor_millionths: number }>`
    select factor_millionths from replenishment.experience`.execute(db);
  return rows[0] && rows[0].factor_millionths / MILLION;
}

/** What came of the shop's aims: how many times as much was short as was reckoned with. */
export async function keepExperience(
  db: Db,
  {
    factor,
    variants,
    now,
  }: { readonly factor: number; readonly variants: number; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into replenishment.experience (factor_millionths, variants, learned_at)
    values (${millionths(factor)}, ${variants}, ${now.toString()}::timestamptz)
    on conflict (is_one) do update set factor_millionths = excluded.factor_millionths, variants = excluded.variants,
      learned_at = excluded.learned_at`.execute(db);
}

async function readParts(db: Db): Promise<ReadonlyMap<string, PolicyPart>> {
  const { rows } = await sql<Row>`
    select scope, scope_id, is_off, service_kind, service_millionths, holding_millionths, order_cost_minor,
      substitution_millionths, max_cover_days, min_pieces, max_pieces, budget_minor, storage_pieces
    from replenishment.policy`.execute(db);
  return new Map(rows.map((row) => [`${row.scope} ${row.scope_id}`, partOf(row)]));
}

/** The same for people, the shop's own first. */
export async function readPolicies(
  db: Db,
): Promise<readonly { readonly scope: PolicyScope; readonly part: PolicyPart }[]> {
  const parts = await readParts(db);
  const kinds: readonly PolicyScope['kind'][] = ['shop', 'category', 'variant'];
  return kinds.flatMap((kind) =>
    [...parts].flatMap(([key, part]) => {
      const [of, id = ''] = key.split(' ');
      const scope = of === kind ? scopeOf(kind, id) : undefined;
      return scope === undefined ? [] : [{ scope, part }];
    }),
  );
}

function scopeOf(kind: PolicyScope['kind'], id: string): PolicyScope | undefined {
  if (kind === 'shop') return { kind };
  if (kind === 'category') {
    const categoryId = parseId<'category'>(id);
    return categoryId && { kind, id: categoryId };
  }
  const variantId = parseId<'variant'>(id);
  return variantId && { kind, id: variantId };
}

/** What all orders together keep to. */
export function limitsIn(parts: ReadonlyMap<string, PolicyPart>): Limits {
  const { budgetMinor, storagePieces } = parts.get(keyOf({ kind: 'shop' })) ?? {};
  return { budgetMinor, storagePieces };
}

export function keyOf(scope: PolicyScope): string {
  return `${scope.kind} ${scope.kind === 'shop' ? OF_SHOP : scope.id}`;
}

/** Sets what a scope says for itself, in place of all that it said; nothing at all takes it away. */
export async function savePolicy(
  tx: Tx,
  input: {
    readonly scope: PolicyScope;
    readonly part: PolicyPart;
    readonly by: string;
    readonly now: Temporal.Instant;
  },
): Promise<Result<void, PolicyRefusal>> {
  const { scope, part, by, now } = input;
  const checked = checkPolicy(part, scope);
  if (!checked.ok) return checked;
  const id = scope.kind === 'shop' ? OF_SHOP : scope.id;
  if (Object.values(part).every((value) => value === undefined)) {
    await sql`delete from replenishment.policy where scope = ${scope.kind} and scope_id = ${id}`.execute(tx);
    return ok(undefined);
  }
  const { service, minMax } = part;
  const share = service === undefined || service.kind === 'cost' ? undefined : service.share;
  await sql`
    insert into replenishment.policy (scope, scope_id, is_off, service_kind, service_millionths, holding_millionths,
      order_cost_minor, substitution_millionths, max_cover_days, min_pieces, max_pieces, budget_minor, storage_pieces,
      set_by, set_at)
    values (${scope.kind}, ${id}, ${part.isOff ?? null}, ${service?.kind ?? null}, ${millionths(share)},
      ${millionths(part.holdingRate)}, ${part.orderCostMinor ?? null}, ${millionths(part.substitutionShare)},
      ${part.maxCoverDays ?? null}, ${minMax?.min ?? null}, ${minMax?.max ?? null}, ${part.budgetMinor ?? null},
      ${part.storagePieces ?? null}, ${by}, ${now.toString()}::timestamptz)
    on conflict on constraint one_policy do update set is_off = excluded.is_off,
      service_kind = excluded.service_kind, service_millionths = excluded.service_millionths,
      holding_millionths = excluded.holding_millionths, order_cost_minor = excluded.order_cost_minor,
      substitution_millionths = excluded.substitution_millionths, max_cover_days = excluded.max_cover_days,
      min_pieces = excluded.min_pieces, max_pieces = excluded.max_pieces, budget_minor = excluded.budget_minor,
      storage_pieces = excluded.storage_pieces, set_by = excluded.set_by, set_at = excluded.set_at`.execute(
    tx,
  );
  return ok(undefined);
}

function millionths(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * MILLION);
}

function partOf(row: Row): PolicyPart {
  const share = (value: number | null) => (value === null ? undefined : value / MILLION);
  const { min_pieces: min, max_pieces: max } = row;
  return {
    isOff: row.is_off ?? undefined,
    service: serviceOf(row),
    holdingRate: share(row.holding_millionths),
    orderCostMinor: row.order_cost_minor ?? undefined,
    substitutionShare: share(row.substitution_millionths),
    maxCoverDays: row.max_cover_days ?? undefined,
    minMax: min === null || max === null ? undefined : { min, max },
    budgetMinor: row.budget_minor ?? undefined,
    storagePieces: row.storage_pieces ?? undefined,
  };
}

function serviceOf({ service_kind: kind, service_millionths: share }: Row): ServiceTarget | undefined {
  if (kind === null) return undefined;
  return kind === 'cost' || share === null ? { kind: 'cost' } : { kind, share: share / MILLION };
}
