import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { ok, refuse } from '../../../../kernel/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import {
  EVIDENCE_TYPES,
  type EvidenceFile,
  type EvidenceRules,
  refusedFile,
  weighed,
} from '../../evidence/rules.ts';
import type { PaymentProvider } from '../../provider.ts';
import { instant, toJson } from '../../store/values.ts';
import { CHARGE_COLUMNS, type ChargeRow, type TestDeps } from './charge.ts';

export const TEST_EVIDENCE: EvidenceRules = {
  ...{ types: EVIDENCE_TYPES, bytesPerFile: 5_000_000, bytesInAll: 10_000_000, count: 10 },
  isOnePerKind: false,
};

/** Takes evidence against an open dispute, once; of the files it keeps what they were, not what is in them. */
export function contestCharge(
  { db, now }: TestDeps,
  { reference, idempotencyKey, evidence }: Parameters<PaymentProvider['contest']>[0],
): ReturnType<PaymentProvider['contest']> {
  const { files, ...texts } = evidence;
  const refused = refusedFile(TEST_EVIDENCE, files.map(weighed));
  if (refused) return Promise.resolve(refused);
  return transact(db, async (tx) => {
    const { rows } = await sql<ChargeRow>`
      select ${CHARGE_COLUMNS} from payments.test_charge
      where disputes @> ${toJson([{ reference }])}::jsonb for update`.execute(tx);
    const dispute = rows[0]?.disputes.find((one) => one.reference === reference);
    if (dispute === undefined) return refuse('unknown_payment', `nobody disputes ${reference}`);
    const { rows: sent } = await sql<{ idempotency_key: string }>`
      select idempotency_key from payments.test_evidence where reference = ${reference}`.execute(tx);
    if (sent.some((one) => one.idempotency_key === idempotencyKey)) return ok(undefined);
    if (dispute.state !== 'open' || sent.length > 0) {
      return refuse('not_possible_now', 'the dispute does not wait for an answer');
    }
    await sql`
      insert into payments.test_evidence (idempotency_key, reference, texts, files, at)
      values (${idempotencyKey}, ${reference}, ${toJson(texts)}::jsonb,
        ${toJson(files.map(described))}::jsonb, ${instant(now())})`.execute(tx);
    return ok(undefined);
  });
}

function described({ kind, name, type, bytes }: EvidenceFile) {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { kind, name, type, bytes: bytes.length, digest };
}
