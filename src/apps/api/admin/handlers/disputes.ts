import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { ok, parseId, refuse } from '../../../../kernel/index.ts';
import {
  type Dispute,
  keepEvidenceFile,
  openEvidenceFile,
  readDispute,
  readDisputes,
  readSentEvidence,
  type SentEvidence,
} from '../../../../modules/payments/index.ts';
import {
  type Answer,
  type Handlers,
  readCursor,
  sentFields,
  writeCursor,
} from '../../../../platform/api/index.ts';
import { actorOf } from '../actor.ts';
import type { disputeEndpoints } from '../contract/disputes.ts';
import type { AdminDeps } from '../deps.ts';
import { contestHandler } from './contest-dispute.ts';
import { disputeDocuments } from './dispute-documents.ts';
import { moneyIn } from './settled.ts';

const DISPUTE = z.tuple([z.string().max(36)]);
const UNKNOWN = refuse('unknown_dispute', 'there is no such dispute', 'id');

export function disputeHandlers(deps: AdminDeps): Handlers<typeof disputeEndpoints> {
  const { db, reads, files } = deps;
  return {
    listDisputes: async ({ query: { cursor, limit, ...about } }) => {
      const position = readCursor('disputes', DISPUTE, cursor);
      if (!position.ok) return position;
      const after = parseId<'dispute'>(position.value?.[0] ?? '');
      const asked = { ...sentFields(about), limit: limit + 1, ...(after ? { after } : {}) };
      const found = await readDisputes(reads, asked);
      const shown = found.slice(0, limit);
      const last = found.length > limit ? shown.at(-1) : undefined;
      return ok({ items: shown.map(disputeAnswer), nextCursor: last && writeCursor('disputes', [last.id]) });
    },
    readDispute: async ({ params: { id } }) => {
      const dispute = await readDispute(reads, id);
      if (dispute === undefined) return UNKNOWN;
      const sent = (await readSentEvidence(reads, id)).map(sentAnswer);
      const more = { takes: await takenBy(deps, dispute), documents: await offered(deps, dispute), sent };
      return ok({ ...disputeAnswer(dispute), ...more });
    },
    uploadEvidence: async ({ params: { id: disputeId }, query: { fileName: name }, upload, caller, now }) => {
      const about = { disputeId, data: await buffer(upload), name, actor: actorOf(caller), now };
      const kept = await keepEvidenceFile({ db, files }, about);
      if (!kept.ok) return kept;
      const { id: fileId, ...file } = kept.value;
      return ok({ fileId, ...file });
    },
    evidenceFile: async ({ params: { id: disputeId, fileId } }) => {
      const opened = await openEvidenceFile({ db: reads, files }, { disputeId, fileId });
      if (opened === undefined) return refuse('unknown_file', 'the dispute has no such file', 'fileId');
      return { ok: true, file: { name: opened.name, content: opened.stream } };
    },
    contestDispute: contestHandler(deps),
  };
}

type Read = Answer<typeof disputeEndpoints.readDispute>;

async function takenBy({ orders }: AdminDeps, { provider }: Dispute): Promise<Read['takes']> {
  const { features } = (await orders.providers.get(provider)) ?? {};
  return { isByApi: features?.hasEvidence ?? false, files: features?.evidenceFiles };
}

async function offered({ reads }: AdminDeps, dispute: Dispute): Promise<Read['documents']> {
  const orderId = parseId<'order'>(dispute.orderId);
  const isOver = dispute.state !== 'open' || dispute.contestedAt !== undefined;
  if (isOver || orderId === undefined) return [];
  const made = await disputeDocuments(reads, orderId);
  return made.map(({ content, ...about }) => ({ ...about, bytes: content.length }));
}

function sentAnswer({ at, erasedAt, texts, files, ...rest }: SentEvidence): Read['sent'][number] {
  return {
    ...{ ...rest, at: at.toString(), erasedAt: erasedAt?.toString() },
    texts: texts && { ...texts, shippedOn: texts.shippedOn?.toString() },
    files: files.map(({ fileId, kind, name, type, bytes }) => ({ fileId, kind, name, type, bytes })),
  };
}

export function disputeAnswer({
  amountMinor,
  currency,
  evidenceDueAt,
  contestedAt,
  openedAt,
  ...rest
}: Dispute) {
  return {
    ...rest,
    amount: moneyIn({ amountMinor, currency }),
    evidenceDueAt: evidenceDueAt?.toString(),
    contestedAt: contestedAt?.toString(),
    openedAt: openedAt.toString(),
  };
}
