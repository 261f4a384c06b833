import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import {
  approveStocktake,
  cancelStocktake,
  countItems,
  listStocktakeLines,
  listStocktakes,
  openStocktake,
  readDifferences,
  readStocktake,
  type Stocktake,
  type StocktakeLine,
} from '../../../../modules/inventory/index.ts';
import { type Handlers, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { stocktakeEndpoints } from '../contract/stocktakes.ts';
import type { AdminDeps } from '../deps.ts';
import { itemAnswers } from './stock-items.ts';
import { actAnswer, numberIn } from './transfers.ts';
import { readUnitCosts, type UnitCosts } from './unit-costs.ts';

const BY_PLACE = z.tuple([z.string().max(300), z.uuid()]);

export function stocktakeHandlers({ reads }: AdminDeps): Handlers<typeof stocktakeEndpoints> {
  return {
    listStocktakes: async ({ query: { cursor, limit, state, locationId } }) => {
      const before = numberIn('stocktakes', cursor);
      if (!before.ok) return before;
      const rows = await listStocktakes(reads, { state, locationId, before: before.value, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({ items: shown.map(answerOf), nextCursor: last && writeCursor('stocktakes', [last.number]) });
    },
    readStocktake: async ({ params: { id } }) => {
      const stocktake = await readStocktake(reads, id);
      return stocktake === undefined ? missing(id) : ok(answerOf(stocktake));
    },
    listStocktakeLines: async ({ params: { id }, query: { cursor, limit, q, shown, reveals } }) => {
      const position = readCursor('stocktake_lines', BY_PLACE, cursor);
      if (!position.ok) return position;
      const stocktake = await readStocktake(reads, id);
      if (stocktake === undefined) return missing(id);
      const asked = { id, shown, q, after: position.value, limit: limit + 1 };
      const rows = await listStocktakeLines(reads, asked);
      const page = rows.slice(0, limit);
      const hides = stocktake.isBlind && stocktake.state === 'open' && reveals !== true;
      const last = rows.length > limit ? page.at(-1) : undefined;
      return ok({
        items: await lineAnswers(reads, page, hides),
        nextCursor: last && writeCursor('stocktake_lines', [last.place, last.variantId]),
      });
    },
    readStocktakeSummary: async ({ params: { id } }) => {
      if ((await readStocktake(reads, id)) === undefined) return missing(id);
      const differences = await readDifferences(reads, id);
      const costs = await readUnitCosts(
        reads,
        differences.map(({ variantId }) => variantId),
      );
      return ok(summaryOf(differences, costs));
    },
    openStocktake: async ({ body, caller, now, tx }) => {
      const draft = { ...body, variantIds: body.variantIds };
      const opened = await openStocktake(tx, { draft, actor: actorOf(caller), now });
      return opened.ok ? ok(answerOf(opened.value)) : opened;
    },
    countItems: async ({ params: { id }, body: { entries }, caller, now, tx }) => {
      const counted = await countItems(tx, { id, entries, actor: actorOf(caller), now });
      return counted.ok ? ok(answerOf(counted.value)) : counted;
    },
    approveStocktake: async ({ params: { id }, body, caller, now, tx }) => {
      const approved = await approveStocktake(tx, { ...body, id, actor: actorOf(caller), now });
      return approved.ok ? ok(answerOf(approved.value)) : approved;
    },
    cancelStocktake: async ({ params: { id }, caller, now, tx }) => {
      const cancelled = await cancelStocktake(tx, { id, actor: actorOf(caller), now });
      return cancelled.ok ? ok(answerOf(cancelled.value)) : cancelled;
    },
  };
}

function missing(id: Stocktake['id']) {
  return refuse('not_found', `no stocktake has the id ${id}`, 'id');
}

function answerOf({ opened, closed, progress, ...stocktake }: Stocktake) {
  return { ...stocktake, ...progress, opened: actAnswer(opened), closed: closed && actAnswer(closed) };
}

async function lineAnswers(db: Db, lines: readonly StocktakeLine[], hides: boolean) {
  const answer = await itemAnswers(
    db,
    lines.map(({ item }) => item),
  );
  const costs = await readUnitCosts(
    db,
    lines.map(({ variantId }) => variantId),
  );
  return lines.map(({ item, expected, counted, onHandAfter, reserved, countedAt, ...line }) => {
    const difference = counted === undefined ? undefined : counted - expected;
    const told = {
      ...{ variantId: line.variantId, isUnsure: line.isUnsure, countedBy: line.countedBy },
      ...{ item: answer(item), counted, countedAt: countedAt?.toString() },
      isBelowPromised: counted !== undefined && onHandAfter < reserved,
    };
    if (hides) return told;
    const worth = difference && costs.worthOf(line.variantId, Math.abs(difference));
    return { ...told, expected, difference, onHandAfter, ...(worth ? { worth } : {}) };
  });
}

function summaryOf(
  differences: readonly { readonly variantId: StocktakeLine['variantId']; readonly difference: number }[],
  costs: UnitCosts,
) {
  const over = differences.filter(({ difference }) => difference > 0);
  const short = differences.filter(({ difference }) => difference < 0);
  const pieces = (some: typeof differences) => some.reduce((sum, one) => sum + Math.abs(one.difference), 0);
  const worth = (some: typeof differences) =>
    costs.sumOf(some.map(({ variantId, difference }) => [variantId, Math.abs(difference)]));
  return {
    ...{ over: pieces(over), short: pieces(short), overWorth: worth(over), shortWorth: worth(short) },
    withoutCost: differences.filter(({ variantId }) => !costs.has(variantId)).length,
  };
}
