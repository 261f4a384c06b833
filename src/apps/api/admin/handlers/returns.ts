import { ok, type Refusal, refuse } from '../../../../kernel/index.ts';
import { readLocations } from '../../../../modules/inventory/index.ts';
import { readAssetSources } from '../../../../modules/media/index.ts';
import {
  decideReturn,
  labelReturn,
  listReturns,
  type ReturnRow,
  readOrder,
  readReturns,
  receiveReturn,
  requestReturn,
} from '../../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { returnAnswer } from '../../orders/return.ts';
import { pageById, pageOfAll } from '../../page.ts';
import { actorOf } from '../actor.ts';
import type { returnEndpoints } from '../contract/returns.ts';
import type { AdminDeps } from '../deps.ts';

const UNKNOWN = refuse('unknown_order', 'there is no such order', 'id');

export function returnHandlers({ db, reads }: AdminDeps): Handlers<typeof returnEndpoints> {
  return {
    listReturns: ({ query: { state, ...page } }) => {
      const about = sentFields({ state });
      return pageById('return', page, (asked) => listReturns(reads, { ...asked, ...about }), rowAnswer);
    },
    listOrderReturns: async ({ params: { id }, query }) => {
      if ((await readOrder(reads, id)) === undefined) return UNKNOWN;
      const returns = await readReturns(reads, id);
      return pageOfAll('returns', query, returns, { keyOf: ({ number }) => number, itemOf: returnAnswer });
    },
    requestReturn: async ({ params: { id: orderId }, body, caller, now, tx }) => {
      const about = { orderId, kind: 'return', isApproved: true, actor: actorOf(caller), now } as const;
      const asked = await requestReturn(tx, { ...about, lines: body.lines.map(sentFields) });
      return asked.ok ? ok({ id: asked.value.id, number: asked.value.number }) : asked;
    },
    decideReturn: async ({ params: { id: orderId, returnId }, body, caller, now }) => {
      const about = { orderId, returnId, ...body, actor: actorOf(caller), now };
      const decided = await transactOrRefuse(db, (tx) => decideReturn(tx, about));
      return decided.ok ? ok({ state: body.decision }) : decided;
    },
    receiveReturn: async ({ params: { id: orderId, returnId }, body, caller, now, tx }) => {
      if (!(await readLocations(tx)).some(({ id }) => id === body.locationId)) {
        return refuse('unknown_location', 'no location has this id', 'locationId');
      }
      const about = { orderId, returnId, ...body, actor: actorOf(caller), now };
      const received = await receiveReturn(tx, about);
      return received.ok ? ok({ state: 'received' as const }) : received;
    },
    labelReturn: async ({ params: { id: orderId, returnId }, body, caller, now }) => {
      const { fileId } = body;
      if (fileId !== undefined && !(await readAssetSources(reads, [fileId])).has(fileId)) {
        return refuse('unknown_file', 'no stored file has this id', 'fileId');
      }
      const about = { orderId, returnId, label: sentFields(body), actor: actorOf(caller), now };
      const labelled = await transactOrRefuse(db, (tx) => labelReturn(tx, about));
      return labelled.ok ? ok({ isLabelled: true }) : { ok: false, refusal: asSent(labelled.refusal) };
    },
  };
}

function rowAnswer({ requestedAt, receivedAt, ...row }: ReturnRow) {
  return { ...row, requestedAt: requestedAt.toString(), receivedAt: receivedAt?.toString() };
}

/** The body is the label itself. */
function asSent<Code extends string>({ field, ...refusal }: Refusal<Code>): Refusal<Code> {
  return field === undefined ? refusal : { ...refusal, field: field.replace(/^label\./, '') };
}
