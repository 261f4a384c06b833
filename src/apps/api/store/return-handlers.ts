import { ok, refuse } from '../../../kernel/index.ts';
import {
  type OrderDeps,
  readOrderByAccess,
  readReturns,
  requestReturn,
} from '../../../modules/orders/index.ts';
import { type Handlers, sentFields } from '../../../platform/api/index.ts';
import type { OpenFile } from '../deps.ts';
import { returnAnswer } from '../orders/return.ts';
import { pageOfAll } from '../page.ts';
import { refusedTexts } from './card-numbers.ts';
import type { returnEndpoints } from './contract/returns.ts';
import { storedFile } from './stored-file.ts';

const UNKNOWN_ORDER = refuse('unknown_order', 'no order is opened by this', 'token');

type ReturnDeps = Pick<OrderDeps, 'db' | 'reads'> & { readonly openFile: OpenFile };

/** What comes back of an order, for who holds its token. */
export function returnHandlers({ db, reads, openFile }: ReturnDeps): Handlers<typeof returnEndpoints> {
  return {
    listReturns: async ({ params, query, now }) => {
      const order = await readOrderByAccess(db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      return pageOfAll('returns', query, await readReturns(reads, order.id), {
        keyOf: ({ number }) => number,
        itemOf: returnAnswer,
      });
    },
    requestReturn: async ({ params, body, now, tx }) => {
      const order = await readOrderByAccess(tx, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const notes = body.lines.map(({ note }, index) => [`lines[${index}].note`, note]);
      const wrong = refusedTexts(Object.fromEntries(notes));
      if (wrong) return wrong;
      const about = { orderId: order.id, kind: 'return', isApproved: false, actor: 'shopper', now } as const;
      const asked = await requestReturn(tx, { ...about, lines: body.lines.map(sentFields) });
      return asked.ok ? ok({ id: asked.value.id, number: asked.value.number }) : asked;
    },
    returnLabel: async ({ params: { returnId, ...params }, now }) => {
      const order = await readOrderByAccess(db, { ...params, now });
      if (order === undefined) return UNKNOWN_ORDER;
      const found = (await readReturns(reads, order.id)).find(({ id }) => id === returnId);
      const fileId = found?.label?.fileId;
      if (fileId === undefined) {
        return refuse('unknown_label', 'the order has no return with a file to print', 'returnId');
      }
      return storedFile(openFile, fileId);
    },
  };
}
