import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/index.ts';
import type { CarrierTable, CarrierTableId, DeliveryMethod, MethodId } from '../method.ts';
import type { PickupPoint, PickupPointId } from '../pickup-point.ts';
import { compactCode } from '../place-match.ts';
import type { Zone, ZoneId } from '../zone.ts';

export async function raiseVersion(tx: Tx): Promise<void> {
  await sql`update shipping.rulebook set version = version + 1`.execute(tx);
}

export async function upsertZone(tx: Tx, zone: Zone): Promise<void> {
  await sql`
    insert into shipping.zone (id, name, countries, regions, postal_codes, position)
    values (${zone.id}, ${zone.name}, ${zone.countries}::text[], ${zone.regions}::text[],
      ${zone.postalCodes}::text[], ${zone.position})
    on conflict (id) do update set name = excluded.name, countries = excluded.countries,
      regions = excluded.regions, postal_codes = excluded.postal_codes, position = excluded.position`.execute(
    tx,
  );
}

export async function isZoneInUse(tx: Tx, id: ZoneId): Promise<boolean> {
  const { rows } = await sql`select from shipping.rate where zone_id = ${id} limit 1`.execute(tx);
  return rows.length > 0;
}

export async function deleteZone(tx: Tx, id: ZoneId): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from shipping.zone where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Writes the method and puts these rates in the place of those it had. */
export async function upsertMethod(tx: Tx, method: DeliveryMethod): Promise<void> {
  const sides = method.maxDimensions;
  const dimensions = sides && [sides.lengthMm, sides.widthMm, sides.heightMm];
  await sql`
    insert into shipping.method (id, code, name, translations, kind, carrier, service, tax_class, is_taxed_like_goods,
      min_days, max_days, cut_off, max_weight_grams, max_dimensions_mm, is_active, position)
    values (${method.id}, ${method.code}, ${method.name}, ${JSON.stringify(method.translations)}::jsonb,
      ${method.kind}, ${method.carrier ?? null}, ${method.service ?? null}, ${method.taxClass},
      ${method.isTaxedLikeGoods ?? false},
      ${method.minDays ?? null}, ${method.maxDays ?? null}, ${method.cutOff ?? null},
      ${method.maxWeightGrams ?? null}, ${dimensions ?? null}::int[], ${method.isActive}, ${method.position})
    on conflict (id) do update set code = excluded.code, name = excluded.name,
      translations = excluded.translations, kind = excluded.kind, carrier = excluded.carrier,
      service = excluded.service, tax_class = excluded.tax_class,
      is_taxed_like_goods = excluded.is_taxed_like_goods, min_days = excluded.min_days,
      max_days = excluded.max_days, cut_off = excluded.cut_off, max_weight_grams = excluded.max_weight_grams,
      max_dimensions_mm = excluded.max_dimensions_mm, is_active = excluded.is_active,
      position = excluded.position`.execute(tx);
  await sql`delete from shipping.rate where method_id = ${method.id}`.execute(tx);
  await insertRates(tx, method);
}

async function insertRates(tx: Tx, { id, rates }: DeliveryMethod): Promise<void> {
  const records = rates.map((rate) => ({
    zone_id: rate.zoneId,
    currency: rate.currency,
    basis: rate.basis,
    free_from_minor: rate.freeFromMinor?.toString() ?? null,
    table_id: rate.basis === 'carrier' ? rate.tableId : null,
    surcharge_minor: rate.basis === 'carrier' ? rate.surchargeMinor.toString() : null,
  }));
  await sql`
    insert into shipping.rate (method_id, zone_id, currency, basis, free_from_minor, table_id, surcharge_minor)
    select ${id}::uuid, zone_id, currency, basis, free_from_minor, table_id, surcharge_minor
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (zone_id uuid, currency text, basis text,
      free_from_minor bigint, table_id uuid, surcharge_minor bigint)`.execute(tx);
  const steps = rates.flatMap((rate) => {
    if (rate.basis === 'carrier') return [];
    const { zoneId, currency } = rate;
    return rate.steps.map((step) => ({ zone_id: zoneId, currency, ...keptStep(step) }));
  });
  await sql`
    insert into shipping.rate_step (method_id, zone_id, currency, up_to, price_minor)
    select ${id}::uuid, zone_id, currency, "upTo", "priceMinor"
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as given (zone_id uuid, currency text,
      "upTo" bigint, "priceMinor" bigint)`.execute(tx);
}

function keptStep(step: { readonly upTo: bigint | undefined; readonly priceMinor: bigint }) {
  return { upTo: step.upTo?.toString() ?? null, priceMinor: step.priceMinor.toString() };
}

export async function deleteMethod(tx: Tx, id: MethodId): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from shipping.method where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function upsertCarrierTable(tx: Tx, table: CarrierTable): Promise<void> {
  const zones = table.zones.map((zone) => ({ ...zone, steps: zone.steps.map(keptStep) }));
  await sql`
    insert into shipping.carrier_table (id, name, carrier, currency, zones)
    values (${table.id}, ${table.name}, ${table.carrier}, ${table.currency}, ${JSON.stringify(zones)}::jsonb)
    on conflict (id) do update set name = excluded.name, carrier = excluded.carrier,
      currency = excluded.currency, zones = excluded.zones`.execute(tx);
}

export async function isTableInUse(tx: Tx, id: CarrierTableId): Promise<boolean> {
  const { rows } = await sql`select from shipping.rate where table_id = ${id} limit 1`.execute(tx);
  return rows.length > 0;
}

export async function deleteCarrierTable(tx: Tx, id: CarrierTableId): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from shipping.carrier_table where id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Writes the points that differ; returns whether any did. */
export async function upsertPickupPoints(tx: Tx, points: readonly PickupPoint[]): Promise<boolean> {
  const records = points.map((point) => ({
    id: point.id,
    carrier: point.carrier ?? '',
    code: point.code,
    name: point.name,
    country: point.address.country,
    postal_code: compactCode(point.address.postalCode ?? ''),
    address: point.address,
    opening_hours: point.openingHours,
    is_active: point.isActive,
  }));
  const { numAffectedRows } = await sql`
    insert into shipping.pickup_point as kept (id, carrier, code, name, country, postal_code, address,
      opening_hours, is_active)
    select id, carrier, code, name, country, postal_code, address, opening_hours, is_active
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (id uuid, carrier text, code text,
      name text, country text, postal_code text, address jsonb, opening_hours jsonb, is_active boolean)
    on conflict on constraint pickup_point_code_taken do update set name = excluded.name,
      country = excluded.country, postal_code = excluded.postal_code, address = excluded.address,
      opening_hours = excluded.opening_hours, is_active = excluded.is_active
    where (kept.name, kept.address, kept.opening_hours, kept.is_active)
      is distinct from (excluded.name, excluded.address, excluded.opening_hours, excluded.is_active)`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

export async function countPickupPoints(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from shipping.pickup_point`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function deletePickupPoints(tx: Tx, ids: readonly PickupPointId[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from shipping.pickup_point where id = any(${ids}::uuid[])`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
