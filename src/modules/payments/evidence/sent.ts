import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../../../kernel/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import type { EvidenceTexts } from './contest.ts';
import { EVIDENCE_KINDS, EVIDENCE_TYPES } from './rules.ts';

const storedTexts = z.object({
  ...{ productDescription: z.string(), customerName: z.string(), customerEmail: z.string() },
  ...{ billingAddress: z.string(), shippingAddress: z.string(), carrier: z.string() },
  ...{ shippedOn: z.string().optional(), trackingNumber: z.string(), explanation: z.string() },
});

const storedFiles = z.array(
  z.object({
    ...{ fileId: z.custom<Id<'evidence_file'>>((id) => typeof id === 'string'), name: z.string() },
    ...{ kind: z.enum(EVIDENCE_KINDS), type: z.enum(EVIDENCE_TYPES), bytes: z.int(), digest: z.string() },
  }),
);

/** What was sent against a dispute. */
export type SentEvidence = {
  readonly id: Id<'dispute_evidence'>;
  readonly actor: string;
  readonly at: Temporal.Instant;
  /** Nothing once they were erased. */
  readonly texts: EvidenceTexts | undefined;
  readonly files: Readonly<z.infer<typeof storedFiles>>;
  readonly erasedAt: Temporal.Instant | undefined;
};

/** All that was sent against a dispute, the first first. */
export async function readSentEvidence(db: Db, disputeId: Id<'dispute'>): Promise<SentEvidence[]> {
  const { rows } = await sql<Row>`
    select id, actor, at, texts, files, erased_at as "erasedAt" from payments.dispute_evidence
    where dispute_id = ${disputeId} order by at, id`.execute(db);
  return rows.map(({ texts, files, erasedAt, ...row }) => {
    return {
      ...{ ...row, texts: texts === null ? undefined : textsOf(texts) },
      ...{ files: storedFiles.parse(files), erasedAt: erasedAt ?? undefined },
    };
  });
}

type Row = Pick<SentEvidence, 'id' | 'actor' | 'at'> & {
  readonly texts: unknown;
  readonly files: unknown;
  readonly erasedAt: Temporal.Instant | null;
};

function textsOf(stored: unknown): EvidenceTexts {
  const { shippedOn, ...texts } = storedTexts.parse(stored);
  return { ...texts, shippedOn: shippedOn === undefined ? undefined : Temporal.PlainDate.from(shippedOn) };
}
