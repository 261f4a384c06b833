import { z } from 'zod';
import { DEMAND_CLASSES, FLAGS, PART_KINDS } from '../../../../modules/forecasting/index.ts';
import {
  dateInput,
  endpoint,
  id,
  instant,
  pageOf,
  pageQuery,
  queryInteger,
  queryList,
  text,
  uuid,
} from '../../../../platform/api/index.ts';
import { stockItem } from './stock-desk.ts';
import { workAnswer, workTitle } from './work.ts';

const day = () => z.string().meta({ format: 'date' });
const share = z.number().describe('A part of one.');
const likely = z
  .object({ mean: z.number(), low: z.number(), high: z.number() })
  .describe('Pieces; between low and high in 80 % of such cases.');

const reason = z
  .object({
    kind: z.enum([
      ...([
        'month',
        'holiday',
        'promotion',
        'weekday',
        'price',
        'trend',
        'analogy',
        'out_of_stock',
        'category',
        'adjustment',
      ] as const),
    ]),
    effect: z.number().describe('So much more (or less) than without it: 0.18 is 18 %.'),
    month: z.int().optional(),
    weekday: z.int().optional().describe('Monday is 1.'),
    from: day().optional().describe('The Monday of the week with the public holidays.'),
    change: z.number().optional().describe('Of the price, against the mean of the year behind.'),
    days: z.int().optional().describe('Without stock, left out.'),
    like: z.int().optional().describe('Similar products that it is taken from.'),
    text: z.string().optional().describe('Why somebody changed it; of a promotion, its name.'),
  })
  .meta({ id: 'ForecastReason' });

const forecast = z
  .object({
    item: stockItem,
    firstDay: day().describe('A Monday: the first week that is forecast.'),
    demandClass: z.enum(DEMAND_CLASSES),
    method: z.string().describe('What its past would have been forecast with best.'),
    isEnough: z.boolean().describe('False: there is no past to go by, and nothing like it.'),
    next4: likely,
    next13: likely,
    bias: z.number().optional().describe('Of weeks that were forecast before they came: above 0, too high.'),
    error: z
      .number()
      .optional()
      .describe('Against that of the week before as a forecast: below 1 is better.'),
    coverage: share.optional().describe('Of those weeks, within an interval that is to hold 80 %.'),
    flags: z.array(z.enum(FLAGS)),
    reasons: z.array(reason),
  })
  .meta({ id: 'Forecast' });

const adjustment = z
  .object({
    id: uuid(),
    scope: z.enum(['variant', 'category', 'shop']),
    scopeId: z.string().describe('The variant’s id or the category’s path; empty of the shop.'),
    ...{ from: day(), to: day(), reason: z.string() },
    factor: z.number().optional(),
    pieces: z.number().optional(),
    madeBy: z.string(),
    madeAt: instant(),
    undoneBy: z.string().optional(),
    undoneAt: instant().optional(),
    expectedWithout: z.number(),
    expectedWith: z.number(),
    actual: z.number().optional().describe('When its days are over.'),
  })
  .meta({ id: 'ForecastAdjustment' });

const tested = z.object({
  method: z.string(),
  isChosen: z.boolean(),
  weeks: z.int(),
  meanError: z.number().describe('Pieces a week.'),
  scaledError: z.number().optional(),
  bias: z.number().optional(),
  quantileLoss: z.number(),
  coverage: share.optional(),
});

const week = z.object({
  from: day(),
  mean: z.number(),
  low: z.number(),
  high: z.number(),
  without: z.number().describe('What people changed left out.'),
});

const part = {
  share,
  isOwn: z.boolean().describe('By its own weeks; false: its share of the past.'),
  ...{ next4: likely, next13: likely },
};

const likelyDays = z.object({
  ...{ from: day(), days: z.int(), mean: z.number() },
  quantiles: z
    .array(z.object({ probability: share, pieces: z.int() }))
    .describe('So many pieces are enough with that probability.'),
});

const read = { group: 'Forecasts', audience: 'stock:read', rate: 'read', method: 'GET' } as const;
const write = { group: 'Forecasts', audience: 'forecasts:write', rate: 'write' } as const;
const changes = { kind: 'forecast_adjustment', id: 'id', read: 'readAdjustment' } as const;

export const forecastEndpoints = {
  listForecasts: endpoint({
    ...{ ...read, path: '/forecasts', summary: 'What will be wanted of every variant' },
    description: 'The first page says how many there are.',
    query: z.strictObject({
      ...pageQuery,
      q: text(200).optional().describe('Beginnings of words of title, options and SKU.'),
      category: text(300).optional().describe('Its path; all below it too.'),
      demandClass: queryList(z.enum(DEMAND_CLASSES), 7).optional(),
      flag: z.enum(FLAGS).optional(),
      sort: z.enum(['most', 'title', 'bias', 'error', 'coverage']).default('most'),
    }),
    output: pageOf(forecast).extend({ total: z.int().optional() }),
    refusals: { invalid_cursor: 422 },
  }),
  readForecast: endpoint({
    ...{ ...read, path: '/forecasts/{variantId}', summary: 'A forecast week by week, and why it is so' },
    params: z.strictObject({ variantId: id<'variant'>() }),
    output: forecast.extend({
      category: z.string(),
      history: z
        .array(z.object({ from: day(), pieces: z.number().nullable().describe('Null: out of stock.') }))
        .describe('Weeks behind, the latest last.'),
      weeks: z.array(week),
      weekdays: z.array(share).describe('Monday to Sunday.'),
      places: z
        .array(z.object({ locationId: uuid(), name: z.string(), ...part }))
        .describe('What they are expected to have comes to what all is.'),
      channels: z.array(z.object({ origin: z.string().describe('Empty: this shop.'), ...part })),
      backtest: z.array(tested),
      adjustments: z.array(adjustment),
      madeAt: instant(),
    }),
    refusals: { not_found: 404 },
  }),
  readForecastDemand: endpoint({
    ...{
      ...read,
      path: '/forecasts/{variantId}/demand',
      summary: 'Demand by day or week, also of a place or channel',
    },
    description:
      'Quantiles are of each period by itself, and of all of them together; those of a longer stretch are not the sum of ' +
      'its parts. Means of all places (or channels) come to that of the variant.',
    params: z.strictObject({ variantId: id<'variant'>() }),
    query: z.strictObject({
      grain: z.enum(['day', 'week']).default('week'),
      days: queryInteger(1, 365).default(91).describe('From the forecast’s first day on.'),
      by: z.enum(PART_KINDS).optional().describe('Every place, or every channel, beside the whole.'),
    }),
    output: z.object({
      ...{ firstDay: day(), probabilities: z.array(share) },
      whole: z.object({ all: likelyDays, periods: z.array(likelyDays) }),
      parts: z.array(
        z.object({
          id: z
            .string()
            .describe('A location’s id, or the origin of what is sold elsewhere; empty: this shop.'),
          ...{ name: z.string(), isOwn: z.boolean(), all: likelyDays, periods: z.array(likelyDays) },
        }),
      ),
    }),
    refusals: { not_found: 404 },
  }),
  readForecastAccuracy: endpoint({
    ...{ ...read, path: '/forecast-accuracy', summary: 'How good forecasts would have been' },
    query: z.strictObject({}),
    output: z.object({
      firstDay: day().optional().describe('Absent: nothing was forecast yet.'),
      madeAt: instant().optional(),
      ...{ items: z.int(), made: z.int().describe('In the last run; the others had not changed.') },
      methods: z
        .array(tested.omit({ isChosen: true }).extend({ chosenFor: z.int().describe('Variants.') }))
        .describe('Each over all variants, weighted by what they sell; `chosen` is what is used.'),
      classes: z.array(
        z.object({
          ...{ demandClass: z.enum(DEMAND_CLASSES), variants: z.int(), next13: z.number() },
          ...{ scaledError: z.number().optional(), bias: z.number().optional(), coverage: share.optional() },
        }),
      ),
      calibration: z
        .array(z.object({ probability: share, actual: share, low: share, high: share, weeks: z.int() }))
        .describe(
          'How often no more was wanted than was said to be enough (whole pieces in part, so that right is on the line), with a 95 % interval.',
        ),
      adjustments: z.object({
        judged: z.int(),
        helped: z.int().describe('Nearer to what came than without.'),
        errorWith: z.number().optional().describe('Pieces missed, of those that came.'),
        errorWithout: z.number().optional(),
      }),
      failed: z.array(
        z.object({
          ...{ item: stockItem, method: z.string(), bias: z.number(), scaledError: z.number().optional() },
        }),
      ),
    }),
    refusals: {},
  }),
  listAdjustments: endpoint({
    ...{ ...read, path: '/forecast-adjustments', summary: 'What people changed, and whether it helped' },
    query: z.strictObject({}),
    output: z.object({ items: z.array(adjustment) }),
    refusals: {},
  }),
  readAdjustment: endpoint({
    ...{ ...read, path: '/forecast-adjustments/{id}', summary: 'One change of a forecast' },
    params: z.strictObject({ id: id<'forecast_adjustment'>() }),
    ...{ output: adjustment, refusals: { not_found: 404 } },
  }),
  saveAdjustment: endpoint({
    ...{
      ...write,
      method: 'POST',
      path: '/forecast-adjustments',
      summary: 'Expect more or less in some days',
    },
    description:
      'Either a factor or pieces. Pieces of a category or the shop go to its variants by what is expected of each. When its ' +
      'days are over it is compared with what came, with and without it.',
    body: z.strictObject({
      scope: z.enum(['variant', 'category', 'shop']),
      scopeId: text(300).default('').describe('The variant’s id or the category’s path; empty of the shop.'),
      ...{ from: dateInput(), to: dateInput() },
      factor: z.number().min(0).max(100).optional(),
      pieces: z.int().min(-1_000_000).max(1_000_000).optional(),
      reason: text(500, 1),
    }),
    ...{ output: adjustment, status: 201, idempotency: 'transaction', changes },
    refusals: {
      ...({ invalid_span: 422, invalid_change: 422, invalid_reason: 422, not_found: 404 } as const),
      nothing_to_change: 422,
    },
  }),
  deleteAdjustment: endpoint({
    ...{ ...write, method: 'DELETE', path: '/forecast-adjustments/{id}', summary: 'Take a change back' },
    params: z.strictObject({ id: id<'forecast_adjustment'>() }),
    ...{ output: adjustment, refusals: { not_found: 404 }, changes },
  }),
  runForecasts: endpoint({
    ...{ ...write, method: 'POST', path: '/forecast-runs', summary: 'Make all forecasts now' },
    description: 'As long work. It happens every night by itself; only what changed is worked out anew.',
    body: z.strictObject({ title: workTitle }),
    ...{ output: workAnswer, status: 202, idempotency: 'transaction', refusals: {} },
    changes: { kind: 'work', id: 'id', read: 'readWork' },
  }),
};
