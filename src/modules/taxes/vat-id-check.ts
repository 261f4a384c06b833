import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/index.ts';

/** What an authority answered about a VAT id: the evidence for a supply without VAT. */
export type VatIdCheck = {
  /** As `parseVatId` gives it. */
  readonly vatId: string;
  readonly isValid: boolean;
  readonly checkedAt: Temporal.Instant;
  /** Who answered: `vies`, `hmrc`. */
  readonly source: string;
  /** The authority's number for this answer; '' where it gave none. */
  readonly consultationNumber: string;
  readonly name: string;
  readonly address: string;
};

/** Asks an authority online. The shop's owner connects one; its answer is kept by `recordVatIdCheck`. */
export type VatIdChecker = {
  readonly check: (vatId: string, requesterVatId: string | undefined) => Promise<VatIdCheck>;
};

/** Keeps an answer, for good. */
export async function recordVatIdCheck(tx: Tx, check: VatIdCheck): Promise<void> {
  await sql`
    insert into taxes.vat_id_check (vat_id, is_valid, checked_at, source, consultation_number, name, address)
    values (${check.vatId}, ${check.isValid}, ${check.checkedAt.toString()}, ${check.source},
      ${check.consultationNumber}, ${check.name}, ${check.address})`.execute(tx);
}

/** The last answer about this VAT id, if anybody ever asked. */
export async function readVatIdCheck(db: Db, vatId: string): Promise<VatIdCheck | undefined> {
  const { rows } = await sql<CheckRow>`
    select vat_id, is_valid, checked_at, source, consultation_number, name, address from taxes.vat_id_check
    where vat_id = ${vatId} order by checked_at desc, id desc limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    vatId: row.vat_id,
    isValid: row.is_valid,
    checkedAt: row.checked_at,
    source: row.source,
    consultationNumber: row.consultation_number,
    name: row.name,
    address: row.address,
  };
}

type CheckRow = {
  vat_id: string;
  is_valid: boolean;
  checked_at: Temporal.Instant;
  source: string;
  consultation_number: string;
  name: string;
  address: string;
};
