import { z } from 'zod';
import { ok, refuse } from '../../../../kernel/index.ts';
import {
  countForecasts,
  FORECAST_WORK,
  findAdjustment,
  type ListedForecast,
  listForecasts,
  readAdjustments,
  readForecastDetails,
  readForecasts,
  saveAdjustment,
  undoAdjustment,
} from '../../../../modules/forecasting/index.ts';
import { readItems, readLocations } from '../../../../modules/inventory/index.ts';
import { type Handlers, readCursor, writeCursor } from '../../../../platform/api/index.ts';
import { transact } from '../../../../platform/database/index.ts';
import { beginWork } from '../../../../platform/work/index.ts';
import { actorOf } from '../actor.ts';
import type { forecastEndpoints } from '../contract/forecasts.ts';
import type { AdminDeps } from '../deps.ts';
import { readAccuracyAnswer } from './forecast-accuracy.ts';
import { adjustmentAnswer, forecastAnswer, testedAnswer, weekAnswers } from './forecast-answers.ts';
import { demandAnswer, partAnswers } from './forecast-parts.ts';
import { itemAnswers } from './stock-items.ts';
import { begunWork } from './work.ts';

const POSITION: z.ZodType<ListedForecast['position']> = z.tuple([
  z.union([z.string().max(300), z.number()]),
  z.custom<ListedForecast['variantId']>((value) => z.uuid().safeParse(value).success),
]);
const UNKNOWN = refuse('not_found', 'nothing is forecast of this variant yet', 'variantId');

/** What will be wanted, how well that is known, and what people expect otherwise. */
export function forecastHandlers({
  db,
  reads,
}: Pick<AdminDeps, 'db' | 'reads'>): Handlers<typeof forecastEndpoints> {
  return {
    listForecasts: async ({ query: { cursor, limit, sort, ...filter } }) => {
      const list = `forecasts_${sort}`;
      const position = readCursor(list, POSITION, cursor);
      if (!position.ok) return position;
      if (position.value !== undefined && (typeof position.value[0] === 'string') !== (sort === 'title')) {
        return refuse('invalid_cursor', 'a cursor of another order', 'cursor');
      }
      const [rows, total] = await Promise.all([
        listForecasts(reads, { ...filter, sort, limit: limit + 1, after: position.value }),
        cursor === undefined ? countForecasts(reads, filter) : undefined,
      ]);
      const shown = rows.slice(0, limit);
      const ids = shown.map(({ variantId }) => variantId);
      const [forecasts, items] = await Promise.all([readForecasts(reads, ids), readItems(reads, ids)]);
      const answer = await itemAnswers(reads, [...items.values()]);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return ok({
        items: shown.flatMap((row) => {
          const [forecast, item] = [forecasts.get(row.variantId), items.get(row.variantId)];
          if (forecast === undefined || item === undefined) return [];
          return { ...forecastAnswer(forecast, row), item: answer(item) };
        }),
        nextCursor: last && writeCursor(list, last.position),
        total,
      });
    },
    readForecast: async ({ params: { variantId } }) => {
      const [forecasts, details, items, locations] = await Promise.all([
        readForecasts(reads, [variantId]),
        readForecastDetails(reads, variantId),
        readItems(reads, [variantId]),
        readLocations(reads),
      ]);
      const [forecast, item] = [forecasts.get(variantId), items.get(variantId)];
      if (forecast === undefined || details === undefined || item === undefined) return UNKNOWN;
      const { category, history, backtest } = details;
      const answer = await itemAnswers(reads, [item]);
      const adjustments = await readAdjustments(reads, { variantId, category });
      const first = forecast.firstDay.subtract({ days: 7 * history.length });
      return ok({
        ...{ ...forecastAnswer(forecast, details), item: answer(item), category },
        history: history.map((pieces, week) => ({
          from: first.add({ days: 7 * week }).toString(),
          pieces: pieces ?? null,
        })),
        ...{ weeks: weekAnswers(forecast), weekdays: [...forecast.weekdays] },
        places: partAnswers(forecast, details, 'place').flatMap(({ id, ...part }) => {
          const place = locations.find((one) => one.id === id);
          return place ? { locationId: place.id, name: place.name, ...part } : [];
        }),
        channels: partAnswers(forecast, details, 'channel').map(({ id, ...part }) => ({
          origin: id,
          ...part,
        })),
        backtest: backtest.map(testedAnswer),
        adjustments: adjustments.map(adjustmentAnswer),
        madeAt: forecast.madeAt.toString(),
      });
    },
    readForecastDemand: async ({ params: { variantId }, query: { grain, days, by } }) => {
      const [forecasts, details, locations] = await Promise.all([
        readForecasts(reads, [variantId]),
        readForecastDetails(reads, variantId),
        readLocations(reads),
      ]);
      const forecast = forecasts.get(variantId);
      if (forecast === undefined || details === undefined) return UNKNOWN;
      return ok(demandAnswer(forecast, details, { grain, days, by, locations }));
    },
    readForecastAccuracy: async () => ok(await readAccuracyAnswer(reads)),
    listAdjustments: async () => ok({ items: (await readAdjustments(reads, {})).map(adjustmentAnswer) }),
    readAdjustment: async ({ params: { id } }) => {
      const found = await findAdjustment(reads, id);
      return found ? ok(adjustmentAnswer(found)) : refuse('not_found', 'there is no such adjustment', 'id');
    },
    saveAdjustment: async ({ body: { factor, pieces: given, ...body }, caller, now, tx }) => {
      // None is as good as not said.
      const pieces = given === 0 && factor !== undefined ? undefined : given;
      if ((factor === undefined) === (pieces === undefined)) {
        return refuse('invalid_change', 'a factor or pieces, one of them', 'factor');
      }
      const change =
        factor === undefined
          ? ({ kind: 'pieces', pieces: pieces ?? 0 } as const)
          : ({ kind: 'factor', factor } as const);
      const saved = await saveAdjustment(tx, { ...body, change, by: actorOf(caller), now });
      return saved.ok ? ok(adjustmentAnswer(saved.value)) : saved;
    },
    deleteAdjustment: async ({ params: { id }, caller, now }) => {
      const undone = await transact(db, (tx) => undoAdjustment(tx, { id, by: actorOf(caller), now }));
      return undone.ok ? ok(adjustmentAnswer(undone.value)) : undone;
    },
    runForecasts: async ({ tx, body: { title = 'Forecast what will be wanted' }, caller, now }) => {
      const about = { title, startedBy: actorOf(caller), payload: {}, now };
      return begunWork(tx, await beginWork(tx, FORECAST_WORK, about));
    },
  };
}
