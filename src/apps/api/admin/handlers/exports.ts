import { refuse } from '../../../../kernel/index.ts';
import type { Call, Handlers } from '../../../../platform/api/index.ts';
import { beginWork } from '../../../../platform/work/index.ts';
import { actorOf } from '../actor.ts';
import type { exportEndpoints } from '../contract/exports.ts';
import {
  type ListEndpoint,
  type ListSheet,
  parseSheetAsked,
  type SheetAsked,
  sentQuery,
  sheetName,
  whyNot,
} from '../exports/list-sheet.ts';
import * as lists from '../exports/lists.ts';
import { productFile } from '../exports/product-file.ts';
import { begunWork } from './work.ts';

type Own = typeof exportEndpoints;

export function exportHandlers(): Handlers<Own> {
  return {
    beginOrderExport: (call) => begin(lists.orders, call),
    beginCustomerExport: (call) => begin(lists.customers, call),
    beginStockLevelExport: (call) => begin(lists.stockLevels, call),
    beginMovementExport: (call) => begin(lists.movements, call),
    beginGiftCardExport: (call) => begin(lists.giftCards, call),
    beginAuditExport: (call) => begin(lists.auditEntries, call),
    beginForecastExport: (call) => begin(lists.forecasts, call),
    beginPriceExport: (call) => begin(lists.prices, call),
    beginProductExport: async ({ tx, body: { title = 'Export products', format, filter }, caller, now }) => {
      const payload = JSON.parse(JSON.stringify({ format, filter }));
      const asked = toldOf({ format, ...sentQuery(filter) });
      return begunWork(
        tx,
        await beginWork(tx, productFile, { title, startedBy: actorOf(caller), payload, asked, now }),
      );
    },
  };
}

type Asked = Pick<Call<Own['beginOrderExport']>, 'tx' | 'body' | 'caller' | 'now'> & {
  readonly query: Parameters<typeof sentQuery>[0];
};

async function begin<One extends ListEndpoint>(
  list: ListSheet<One>,
  { tx, query, body, caller, now }: Asked,
) {
  const permissions = 'permissions' in caller ? [...caller.permissions] : [];
  const payload: SheetAsked = { query: sentQuery(query), permissions };
  const refusal = await whyNot(list, tx, payload, now);
  if (refusal) return refuse('not_an_amount', refusal.message, refusal.field);
  const kind = { name: sheetName(list), parse: parseSheetAsked };
  const { title = `Export ${list.name}` } = body;
  const about = { title, startedBy: actorOf(caller), payload, asked: toldOf(payload.query), now };
  return begunWork(tx, await beginWork(tx, kind, about));
}

/** What the audit log keeps of the filters: never what was typed, which may name a person. */
function toldOf(query: SheetAsked['query']): Readonly<Record<string, string>> {
  const typed = new Set(['q', 'email', 'number']);
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typed.has(name) ? '…' : [value].flat().join(', ')]),
  );
}
