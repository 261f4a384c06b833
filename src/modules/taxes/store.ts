import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';
import type { TaxRulebook } from './rulebook.ts';
import { NEW_SELLER, type TaxSeller } from './seller.ts';
import type { TaxClass, TaxRateId, TaxRule } from './tax-rate.ts';

/**
 * Every rate and the seller's settings. `known` comes back itself, after one tiny statement, while its version is still
 * the latest.
 */
export async function readTaxRulebook(db: Db, known?: TaxRulebook): Promise<TaxRulebook> {
  // The version first: a change in between makes the next reader read again, never keep what is old.
  const version = await readVersion(db);
  if (known?.version === version) return known;
  const [rules, seller] = [await readTaxRates(db), await readTaxSeller(db)];
  return { version, rules, seller };
}

async function readVersion(db: Db): Promise<bigint> {
  const { rows } = await sql<{ version: bigint }>`select version from taxes.rulebook`.execute(db);
  return rows[0]?.version ?? 0n;
}

export async function raiseVersion(tx: Tx): Promise<void> {
  await sql`update taxes.rulebook set version = version + 1`.execute(tx);
}

type RateRow = {
  id: TaxRateId;
  name: string;
  levy: string;
  country: string;
  region: string;
  postal_prefixes: string[];
  tax_class: string;
  rate_millionths: number;
  valid_from: Temporal.PlainDate | null;
  valid_until: Temporal.PlainDate | null;
  source: string;
};

/** All rates, past and future ones too, by place and class. */
export async function readTaxRates(db: Db): Promise<TaxRule[]> {
  const { rows } = await sql<RateRow>`
    select id, name, levy, country, region, postal_prefixes, tax_class, rate_millionths, valid_from, valid_until,
      source
    from taxes.rate
    order by country, region, postal_prefixes, levy, tax_class, valid_from nulls first`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    levy: row.levy,
    country: row.country,
    ...(row.region === '' ? {} : { region: row.region }),
    postalPrefixes: row.postal_prefixes,
    taxClass: row.tax_class,
    rateMillionths: row.rate_millionths,
    validFrom: row.valid_from ?? undefined,
    validUntil: row.valid_until ?? undefined,
    source: row.source,
  }));
}

/** Writes the rates that differ; those with the same place, levy, class and first day are the same rate. */
export async function upsertRates(tx: Tx, rules: readonly TaxRule[]): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into taxes.rate as kept (id, name, levy, country, region, postal_prefixes, tax_class, rate_millionths,
      valid_from, valid_until, source)
    select id, name, levy, country, region, array(select jsonb_array_elements_text(postal_prefixes)), tax_class,
      rate_millionths, valid_from, valid_until, source
    from jsonb_to_recordset(${JSON.stringify(rules.map(recordOf))}::jsonb) as given (
      id uuid, name text, levy text, country text, region text, postal_prefixes jsonb, tax_class text,
      rate_millionths int, valid_from date, valid_until date, source text)
    on conflict on constraint rate_once do update set name = excluded.name,
      rate_millionths = excluded.rate_millionths, valid_until = excluded.valid_until, source = excluded.source
    where (kept.name, kept.rate_millionths, kept.valid_until, kept.source)
      is distinct from (excluded.name, excluded.rate_millionths, excluded.valid_until, excluded.source)`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

function recordOf(rule: TaxRule) {
  return {
    id: rule.id,
    name: rule.name,
    levy: rule.levy,
    country: rule.country,
    region: rule.region ?? '',
    postal_prefixes: rule.postalPrefixes,
    tax_class: rule.taxClass,
    rate_millionths: rule.rateMillionths,
    valid_from: rule.validFrom?.toString() ?? null,
    valid_until: rule.validUntil?.toString() ?? null,
    source: rule.source,
  };
}

export async function deleteRates(tx: Tx, ids: readonly TaxRateId[]): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from taxes.rate where id = any(${ids}::uuid[])`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function readTaxClasses(db: Db): Promise<TaxClass[]> {
  const { rows } = await sql<TaxClass>`select code, name from taxes.class order by code`.execute(db);
  return rows;
}

export async function upsertClass(tx: Tx, { code, name }: TaxClass): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into taxes.class as kept (code, name) values (${code}, ${name})
    on conflict (code) do update set name = excluded.name where kept.name <> excluded.name`.execute(tx);
  return numAffectedRows === 1n;
}

/** How many rates there are for this class. */
export async function countRatesOf(tx: Tx, code: string): Promise<bigint> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from taxes.rate where tax_class = ${code}`.execute(tx);
  return rows[0]?.count ?? 0n;
}

export async function deleteClass(tx: Tx, code: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from taxes.class where code = ${code}`.execute(tx);
  return numAffectedRows === 1n;
}

type SellerRow = {
  registrations: string[];
  uses_oss: boolean;
  is_above_threshold: boolean;
  vat_id_proof: TaxSeller['vatIdProof'];
  time_zone: string;
};

async function readTaxSeller(db: Db): Promise<TaxSeller> {
  const { rows } = await sql<SellerRow>`
    select registrations, uses_oss, is_above_threshold, vat_id_proof, time_zone from taxes.seller`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) return NEW_SELLER;
  return {
    registrations: row.registrations,
    usesOss: row.uses_oss,
    isAboveThreshold: row.is_above_threshold,
    vatIdProof: row.vat_id_proof,
    timeZone: row.time_zone,
  };
}

export async function upsertSeller(tx: Tx, seller: TaxSeller): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into taxes.seller as kept (registrations, uses_oss, is_above_threshold, vat_id_proof, time_zone)
    values (${seller.registrations}::text[], ${seller.usesOss}, ${seller.isAboveThreshold}, ${seller.vatIdProof},
      ${seller.timeZone})
    on conflict (id) do update set registrations = excluded.registrations, uses_oss = excluded.uses_oss,
      is_above_threshold = excluded.is_above_threshold, vat_id_proof = excluded.vat_id_proof,
      time_zone = excluded.time_zone
    where (kept.registrations, kept.uses_oss, kept.is_above_threshold, kept.vat_id_proof, kept.time_zone)
      is distinct from (excluded.registrations, excluded.uses_oss, excluded.is_above_threshold,
      excluded.vat_id_proof, excluded.time_zone)`.execute(tx);
  return numAffectedRows === 1n;
}
