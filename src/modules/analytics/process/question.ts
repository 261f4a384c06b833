import { z } from 'zod';
import type { Agreed } from '../agreement/check-agreement.ts';
import type { ReportAnswer, ReportRow } from '../reports/answer.ts';
import type { Drill } from '../reports/drill.ts';
import type { ReportParameters } from '../reports/report.ts';
import { type AskQuestion, askQuestionWires } from './ask-wire.ts';
import { funnelWire, pathWire } from './choice-wire.ts';
import { type CustomerQuestion, customerQuestionWires } from './customer-wire.ts';
import { type DemandQuestion, demandQuestionWires } from './demand-wire.ts';
import { type LiveQuestion, liveQuestionWires } from './live-wire.ts';
import { type OrderQuestion, orderQuestionWires } from './order-wire.ts';
import { type StockOutQuestion, stockOutQuestionWires } from './stock-out-wire.ts';
import { currency, day, grain, rowWire, span } from './wire-parts.ts';

/** What is asked of the process that has the warehouse. */
export type Question =
  | { readonly ask: 'report'; readonly id: string; readonly parameters: ReportParameters }
  | { readonly ask: 'orders'; readonly id: string; readonly drill: Drill }
  | AskQuestion
  | OrderQuestion
  | CustomerQuestion
  | DemandQuestion
  | LiveQuestion
  | StockOutQuestion
  | { readonly ask: 'agreement'; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
  | { readonly ask: 'forget'; readonly customerId: string }
  | { readonly ask: 'refresh' | 'rebuild' | 'standing' };

/** How the warehouse stands. */
export type Standing = {
  readonly zone: string;
  readonly asOf?: Temporal.Instant;
  /** Why the last feeding ended early, until one does not. */
  readonly failure?: string;
};

export type AgreementAnswer = Agreed;

export const questionWire = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('report'),
    id: z.string().max(60),
    parameters: z.strictObject({
      span,
      compare: z.enum(['previous', 'last_year']).exactOptional(),
      market: z.string().max(60).exactOptional(),
      currency: currency.exactOptional(),
      grain: grain.exactOptional(),
      limit: z.int().exactOptional(),
      funnel: funnelWire.exactOptional(),
      path: pathWire.exactOptional(),
    }),
  }),
  z.strictObject({
    ask: z.literal('orders'),
    id: z.string().max(60),
    drill: z.strictObject({
      span,
      market: z.string().max(60).exactOptional(),
      grain: grain.exactOptional(),
      row: rowWire,
      after: z.string().max(300).exactOptional(),
      limit: z.int(),
    }),
  }),
  ...askQuestionWires,
  ...orderQuestionWires,
  ...customerQuestionWires,
  ...demandQuestionWires,
  ...liveQuestionWires,
  ...stockOutQuestionWires,
  z.strictObject({ ask: z.literal('agreement'), from: day, to: day }),
  z.strictObject({ ask: z.literal('forget'), customerId: z.uuid() }),
  z.strictObject({ ask: z.enum(['refresh', 'rebuild', 'standing']) }),
]);

/** Text of anything that JSON has, and bigint: `{"bigint":"12"}`. Moments and days are their text. */
export function wireText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' ? { bigint: part.toString() } : part,
  );
}

const big = z.strictObject({ bigint: z.string() }).transform(({ bigint }) => BigInt(bigint));
const instant = z.string().transform((text) => Temporal.Instant.from(text));
const values = z.record(z.string(), z.union([big, z.number(), z.null()]));
const bounds = z.record(z.string(), z.object({ low: z.number(), high: z.number() }));
const row: z.ZodType<ReportRow> = z.object({
  of: z.record(z.string(), z.string()),
  currency: currency.exactOptional(),
  values,
  before: values.exactOptional(),
  bounds: bounds.exactOptional(),
  boundsBefore: bounds.exactOptional(),
});

export const answerWire: z.ZodType<ReportAnswer> = z.object({
  report: z.object({ id: z.string(), titleKey: z.string(), about: z.string() }),
  span,
  comparedWith: span.exactOptional(),
  zone: z.string(),
  asOf: instant.exactOptional(),
  dimensions: z.array(z.object({ id: z.string(), about: z.string() })),
  measures: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['money', 'count', 'share', 'number']),
      about: z.string(),
      timeRule: z.string(),
    }),
  ),
  rows: z.array(row),
  totals: z.array(row),
  isCut: z.boolean(),
});

export const standingWire: z.ZodType<Standing> = z.object({
  zone: z.string(),
  asOf: instant.exactOptional(),
  failure: z.string().exactOptional(),
});

const figure = {
  ...{ day, market: z.string(), currency, journalMinor: big, ledgerMinor: big },
  measure: z.enum(['gross_sales', 'returns', 'tax', 'total_sales']),
};

export const agreementWire: z.ZodType<AgreementAnswer> = z.object({
  rows: z.array(z.object({ ...figure, reportMinor: big })),
  orders: z.array(z.object({ ...figure, orderId: z.string() })),
});
