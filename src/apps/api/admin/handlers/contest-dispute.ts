import { ok, parseId, type Refusal, refuse } from '../../../../kernel/index.ts';
import {
  contestDispute,
  type Dispute,
  keepEvidenceFile,
  type NamedFile,
  readDispute,
} from '../../../../modules/payments/index.ts';
import type { Handler } from '../../../../platform/api/index.ts';
import { actorOf } from '../actor.ts';
import type { DISPUTE_DOCUMENTS, disputeEndpoints } from '../contract/disputes.ts';
import type { AdminDeps } from '../deps.ts';
import { disputeDocuments } from './dispute-documents.ts';
import { reachable } from './settled.ts';

type Named = readonly (typeof DISPUTE_DOCUMENTS)[number][];

/** Answers a dispute with what was written, documents of its order, and files that were taken in before. */
export function contestHandler(deps: AdminDeps): Handler<typeof disputeEndpoints.contestDispute> {
  const { db, files, orders } = deps;
  return async ({ params: { id }, body, caller, now }) => {
    const { documents, files: own, shippedOn, ...texts } = body;
    const actor = actorOf(caller);
    const named = [...new Set(documents)];
    const made = await documentsOf(deps, id, named);
    if (!made.ok) return made;
    const sent: NamedFile[] = [];
    for (const { kind, name, content: data } of made.value) {
      const kept = await keepEvidenceFile({ db, files }, { disputeId: id, data, name, actor, now });
      if (!kept.ok) return kept;
      sent.push({ fileId: kept.value.id, kind });
    }
    const about = { id, evidence: { ...texts, shippedOn }, files: [...sent, ...own], actor, now };
    const contested = await reachable(() => contestDispute({ ...orders, db, files }, about));
    if (contested.ok) return ok({ isContested: true });
    return { ok: false, refusal: asSent(contested.refusal, named.length) };
  };
}

async function documentsOf({ reads }: AdminDeps, id: Dispute['id'], named: Named) {
  if (named.length === 0) return ok([]);
  const dispute = await readDispute(reads, id);
  const orderId = dispute && parseId<'order'>(dispute.orderId);
  if (orderId === undefined) return refuse('unknown_dispute', 'there is no such dispute', 'id');
  const made = await disputeDocuments(reads, orderId);
  const missing = named.findIndex((name) => made.every(({ document }) => document !== name));
  if (missing >= 0) {
    return refuse('unknown_document', `the order has no ${named[missing]}`, `documents.${missing}`);
  }
  return ok(named.flatMap((name) => made.find(({ document }) => document === name) ?? []));
}

/** Documents go first: which of the two lists a file stood in is told by its place. */
function asSent<Code extends string>({ field, ...refusal }: Refusal<Code>, documents: number): Refusal<Code> {
  if (field === undefined) return refusal;
  const sent = field.replace(/^files\.(\d+)/, (_, digits: string) => {
    const place = Number(digits);
    return place < documents ? `documents.${place}` : `files.${place - documents}`;
  });
  return { ...refusal, field: sent };
}
