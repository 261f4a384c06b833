import { sql } from 'kysely';
import { type CurrencyCode, currencyOf } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { PostalAddress } from '../../markets/index.ts';
import type { CarrierTable, CarrierTableId, DeliveryMethod, MethodId, Rate, RateStep } from '../method.ts';
import type { OpeningHours, PickupPoint, PickupPointId } from '../pickup-point.ts';
import type { ShippingRulebook } from '../rulebook.ts';
import type { Zone, ZoneId } from '../zone.ts';

/**
 * Everything that decides what delivery costs. `known` comes back itself, after one tiny statement, while its version is
 * still the latest.
 */
export async function readShippingRulebook(db: Db, known?: ShippingRulebook): Promise<ShippingRulebook> {
  // The version first: a change in between makes the next reader read again, never keep what is old.
  const { rows } = await sql<{ version: bigint }>`select version from shipping.rulebook`.execute(db);
  const version = rows[0]?.version ?? 0n;
  if (known?.version === version) return known;
  const zones = await readZones(db);
  const methods = (await readMethods(db)).filter(({ isActive }) => isActive);
  const tables = await readCarrierTables(db);
  const pickupPoints = (await readPickupPoints(db)).filter(({ isActive }) => isActive);
  return { version, zones, methods, tables, pickupPoints };
}

/** All zones in the manager's order: of two that name a destination as exactly, the first counts. */
export async function readZones(db: Db): Promise<Zone[]> {
  const { rows } = await sql<{
    id: ZoneId;
    name: string;
    countries: string[];
    regions: string[];
    postal_codes: string[];
    position: number;
  }>`
    select id, name, countries, regions, postal_codes, position from shipping.zone order by position, id`.execute(
    db,
  );
  return rows.map(({ postal_codes, ...zone }) => ({ ...zone, postalCodes: postal_codes }));
}

type MethodRow = {
  id: MethodId;
  code: string;
  name: string;
  translations: Record<string, string>;
  kind: DeliveryMethod['kind'];
  carrier: string | null;
  service: string | null;
  tax_class: string;
  is_taxed_like_goods: boolean;
  min_days: number | null;
  max_days: number | null;
  cut_off: string | null;
  max_weight_grams: number | null;
  max_dimensions_mm: [number, number, number] | null;
  is_active: boolean;
  position: number;
};

/** All methods in the manager's order, also those that are not offered now. */
export async function readMethods(db: Db): Promise<DeliveryMethod[]> {
  const { rows } = await sql<MethodRow>`
    select id, code, name, translations, kind, carrier, service, tax_class, is_taxed_like_goods, min_days, max_days,
      cut_off, max_weight_grams, max_dimensions_mm, is_active, position
    from shipping.method order by position, code`.execute(db);
  const rates = await readRates(db);
  return rows.map((row) => {
    const [lengthMm, widthMm, heightMm] = row.max_dimensions_mm ?? [];
    const hasSides = lengthMm !== undefined && widthMm !== undefined && heightMm !== undefined;
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      translations: row.translations,
      kind: row.kind,
      carrier: row.carrier ?? undefined,
      service: row.service ?? undefined,
      taxClass: row.tax_class,
      ...(row.is_taxed_like_goods ? { isTaxedLikeGoods: true } : {}),
      minDays: row.min_days ?? undefined,
      maxDays: row.max_days ?? undefined,
      cutOff: row.cut_off ?? undefined,
      maxWeightGrams: row.max_weight_grams ?? undefined,
      maxDimensions: hasSides ? { lengthMm, widthMm, heightMm } : undefined,
      isActive: row.is_active,
      position: row.position,
      rates: rates.get(row.id) ?? [],
    };
  });
}

type RateRow = {
  method_id: MethodId;
  zone_id: ZoneId;
  currency: string;
  basis: Rate['basis'];
  free_from_minor: bigint | null;
  table_id: CarrierTableId | null;
  surcharge_minor: bigint | null;
  up_tos: (bigint | null)[];
  prices: bigint[];
};

async function readRates(db: Db): Promise<Map<MethodId, Rate[]>> {
  const { rows } = await sql<RateRow>`
    select rate.method_id, rate.zone_id, rate.currency, rate.basis, rate.free_from_minor, rate.table_id,
      rate.surcharge_minor,
      coalesce(array_agg(step.up_to::text order by step.up_to nulls last)
        filter (where step.price_minor is not null), '{}') as up_tos,
      coalesce(array_agg(step.price_minor::text order by step.up_to nulls last)
        filter (where step.price_minor is not null), '{}') as prices
    from shipping.rate left join shipping.rate_step as step using (method_id, zone_id, currency)
    group by rate.method_id, rate.zone_id, rate.currency
    order by rate.method_id, rate.zone_id, rate.currency`.execute(db);
  const rates = new Map<MethodId, Rate[]>();
  for (const row of rows) rates.set(row.method_id, [...(rates.get(row.method_id) ?? []), rateOf(row)]);
  return rates;
}

function rateOf(row: RateRow): Rate {
  const currency = currencyOf(row.currency);
  const common = { zoneId: row.zone_id, currency, freeFromMinor: row.free_from_minor ?? undefined };
  if (row.basis !== 'carrier') {
    const steps = row.up_tos.map((upTo, index) => stepOf({ upTo, priceMinor: row.prices[index] ?? 0n }));
    return { ...common, basis: row.basis, steps };
  }
  if (row.table_id === null) throw new RangeError('a rate by carrier has no table');
  return {
    ...common,
    basis: 'carrier',
    tableId: row.table_id,
    surchargeMinor: row.surcharge_minor ?? 0n,
  };
}

function stepOf(kept: {
  readonly upTo: string | bigint | null;
  readonly priceMinor: string | bigint;
}): RateStep {
  return {
    upTo: kept.upTo === null ? undefined : BigInt(kept.upTo),
    priceMinor: BigInt(kept.priceMinor),
  };
}

type KeptZone = Omit<CarrierTable['zones'][number], 'steps'> & {
  readonly steps: readonly { readonly upTo: string | null; readonly priceMinor: string }[];
};

export async function readCarrierTables(db: Db): Promise<CarrierTable[]> {
  const { rows } = await sql<{
    id: CarrierTableId;
    name: string;
    carrier: string;
    currency: CurrencyCode;
    zones: KeptZone[];
  }>`
    select id, name, carrier, currency, zones from shipping.carrier_table order by name, id`.execute(db);
  return rows.map((row) => ({
    ...row,
    zones: row.zones.map((zone) => ({ ...zone, steps: zone.steps.map(stepOf) })),
  }));
}

/** Points of a country and carrier, or all, by postal code. */
export async function readPickupPoints(
  db: Db,
  where: { readonly country?: string; readonly carrier?: string } = {},
): Promise<PickupPoint[]> {
  const { rows } = await sql<{
    id: PickupPointId;
    carrier: string;
    code: string;
    name: string;
    address: PostalAddress;
    opening_hours: OpeningHours[];
    is_active: boolean;
  }>`
    select id, carrier, code, name, address, opening_hours, is_active from shipping.pickup_point
    where (${where.country ?? null}::text is null or country = ${where.country ?? null})
      and (${where.carrier ?? null}::text is null or carrier = ${where.carrier ?? null})
    order by country, postal_code, name, id`.execute(db);
  return rows.map(({ opening_hours, is_active, carrier, ...point }) => ({
    ...point,
    carrier: carrier === '' ? undefined : carrier,
    openingHours: opening_hours,
    isActive: is_active,
  }));
}
