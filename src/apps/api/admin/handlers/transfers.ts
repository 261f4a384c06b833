import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import {
  cancelTransfer,
  listTransfers,
  readItems,
  readLevels,
  readTransfer,
  receiveTransfer,
  saveTransfer,
  sendTransfer,
  type Transfer,
} from '../../../../modules/inventory/index.ts';
import { type Handlers, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import { type Db, transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { transferEndpoints } from '../contract/transfers.ts';
import type { AdminDeps } from '../deps.ts';
import { itemAnswers } from './stock-items.ts';

const BY_NUMBER = z.tuple([z.string().regex(/^[TC]-\d{1,18}$/)]);

export function transferHandlers({ db, reads }: AdminDeps): Handlers<typeof transferEndpoints> {
  return {
    listTransfers: async ({ query: { cursor, limit, state: states, locationId } }) => {
      const before = numberIn('transfers', cursor);
      if (!before.ok) return before;
      const rows = await listTransfers(reads, { states, locationId, before: before.value, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({ items: shown.map(rowAnswer), nextCursor: last && writeCursor('transfers', [last.number]) });
    },
    readTransfer: async ({ params: { id } }) => {
      const transfer = await readTransfer(reads, id);
      if (transfer === undefined) return refuse('not_found', `no transfer has the id ${id}`, 'id');
      return ok(await wholeAnswer(reads, transfer));
    },
    createTransfer: async ({ body, caller, now, tx }) =>
      answered(tx, await saveTransfer(tx, { draft: draftOf(body), actor: actorOf(caller), now })),
    changeTransfer: async ({ params: { id }, body, caller, now }) => {
      const doing = { id, draft: draftOf(body), actor: actorOf(caller), now };
      return answered(db, await transactOrRefuse(db, (tx) => saveTransfer(tx, doing)));
    },
    cancelTransfer: async ({ params: { id }, caller, now, tx }) =>
      answered(tx, await cancelTransfer(tx, { id, actor: actorOf(caller), now })),
    sendTransfer: async ({ params: { id }, caller, now, tx }) =>
      answered(tx, await sendTransfer(tx, { id, actor: actorOf(caller), now })),
    receiveTransfer: async ({ params: { id }, body, caller, now, tx }) => {
      const { lines, missing } = body;
      return answered(tx, await receiveTransfer(tx, { id, lines, missing, actor: actorOf(caller), now }));
    },
  };
}

/** The number after which a list of numbered things goes on. */
export function numberIn(list: string, cursor: string | undefined) {
  const position = readCursor(list, BY_NUMBER, cursor);
  if (!position.ok) return position;
  return ok(position.value === undefined ? undefined : BigInt(position.value[0].slice(2)));
}

function draftOf<Body extends { readonly expectedOn?: Temporal.PlainDate | undefined }>(body: Body) {
  return { ...body, expectedOn: body.expectedOn };
}

async function answered<Refused extends { readonly ok: false }>(
  db: Db,
  result: { readonly ok: true; readonly value: Transfer } | Refused,
) {
  return result.ok ? ok(await wholeAnswer(db, result.value)) : result;
}

function rowAnswer({ made, sent, closed, expectedOn, lines, ...transfer }: Transfer) {
  return {
    ...transfer,
    expectedOn: expectedOn?.toString(),
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    received: lines.reduce((sum, line) => sum + line.received, 0),
    ...{ made: actAnswer(made), sent: sent && actAnswer(sent), closed: closed && actAnswer(closed) },
  };
}

export function actAnswer({ at, by }: Transfer['made']) {
  return { at: at.toString(), by };
}

async function wholeAnswer(db: Db, transfer: Transfer) {
  const variantIds = transfer.lines.map(({ variantId }) => variantId);
  const [items, levels] = await Promise.all([readItems(db, variantIds), readLevels(db, variantIds)]);
  const answer = await itemAnswers(db, [...items.values()]);
  return {
    ...rowAnswer(transfer),
    lines: transfer.lines.map((line) => {
      const item = items.get(line.variantId);
      const level = levels.get(line.variantId)?.find(({ locationId }) => locationId === transfer.fromId);
      return { ...line, item: item && answer(item), available: level?.available ?? 0 };
    }),
  };
}
