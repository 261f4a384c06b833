import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Secrets } from '../../../platform/secrets/index.ts';
import type { Days } from '../annotations/annotation.ts';
import type { StockOut } from '../annotations/stock-outs.ts';
import type { CustomerValueAnswer, SecondOrderAnswer } from '../customers/ask-customers.ts';
import type { Bought } from '../customers/scores.ts';
import type { AskedDemand, DemandMark, VariantDemand } from '../demand/read-demand.ts';
import type { Ask } from '../explore/ask.ts';
import type { AskDrill } from '../explore/run-ask.ts';
import type { LiveAnswer } from '../live/live-answer.ts';
import type { ReportAnswer } from '../reports/answer.ts';
import type { Drill } from '../reports/drill.ts';
import type { ShownOrder } from '../reports/orders-shown.ts';
import type { ReportParameters } from '../reports/report.ts';
import { readAddress } from './address.ts';
import { customerValueWire, secondOrderWire } from './customer-wire.ts';
import { demandMarksWire, demandWire } from './demand-wire.ts';
import { liveWire } from './live-wire.ts';
import { shownOrdersWire } from './order-wire.ts';
import { makePass } from './pass.ts';
import {
  type AgreementAnswer,
  agreementWire,
  answerWire,
  type Question,
  type Standing,
  standingWire,
  wireText,
} from './question.ts';
import { stockOutsWire } from './stock-out-wire.ts';

/** Nobody answers for the warehouse: it starts, was ended, or is too busy. */
export type Away = Refusal<'analytics_away'>;
type Asked<Value, Codes extends string = never> = Promise<Result<Value, Refusal<Codes | 'analytics_away'>>>;

/** Asks the process that has the warehouse. Never throws because of that process. */
export type AnalyticsClient = {
  readonly runReport: (
    id: string,
    parameters: ReportParameters,
  ) => Asked<ReportAnswer, 'unknown_report' | 'invalid_span'>;
  readonly drillReport: (
    id: string,
    drill: Drill,
  ) => Asked<readonly string[], 'unknown_report' | 'unknown_dimension'>;
  /** What these orders are, in their order; those that the warehouse does not know are left out. */
  readonly readShownOrders: (orderIds: readonly string[]) => Asked<readonly ShownOrder[]>;
  /** Whatever numbers are asked for. */
  readonly runAsk: (ask: Ask) => Asked<ReportAnswer, (typeof OF_ASK)[number]>;
  /** The orders behind a row of its answer. */
  readonly drillAsk: (ask: Ask, drill: AskDrill) => Asked<readonly string[], (typeof OF_ASK)[number]>;
  /** What customers are worth in the twelve months to come; it may take some seconds. */
  readonly readCustomerValue: (asked: Bought) => Asked<CustomerValueAnswer, 'invalid_span'>;
  readonly readSecondOrder: (asked: Bought) => Asked<SecondOrderAnswer, 'invalid_span'>;
  /** A page of what was wanted by variant and day, the most wanted first. */
  readonly readDemand: (asked: AskedDemand) => Asked<readonly VariantDemand[]>;
  /** Everything of which something was wanted, with what says whether its demand is another one than before. */
  readonly readDemandMarks: (days: Pick<AskedDemand, 'from' | 'to'>) => Asked<readonly DemandMark[]>;
  readonly checkAgreement: (days: {
    readonly from: Temporal.PlainDate;
    readonly to: Temporal.PlainDate;
  }) => Asked<AgreementAnswer>;
  /** Days without stock of what sells best. */
  readonly readStockOuts: (
    days: Days & { readonly market?: string | undefined },
  ) => Asked<readonly StockOut[]>;
  /** Who is on the shop now, and what they do. */
  readonly readLive: () => Asked<LiveAnswer, 'not_live'>;
  /** Takes a customer out of events and visits. */
  readonly forget: (customerId: string) => Asked<null>;
  readonly refresh: () => Asked<null>;
  readonly rebuild: () => Asked<null>;
  readonly readStanding: () => Asked<Standing>;
};

export type ClientOptions = {
  /** `INSTITOR_DATA/warehouse`, where the owner's address stands. */
  readonly folder: string;
  /** ANALYTICS_URL: the owner's address, when it is on another machine. */
  readonly url?: string | undefined;
  readonly secrets: Pick<Secrets, 'seal'>;
  /** A report that takes longer is given up. */
  readonly withinMs?: number;
};

const WITHIN_MS = 15_000;
const OF_REPORT = ['unknown_report', 'invalid_span'] as const;
const OF_ORDERS = ['unknown_report', 'unknown_dimension'] as const;
const OF_ASK = [
  ...(['unknown_measure', 'unknown_dimension', 'not_together', 'invalid_filter'] as const),
  ...(['invalid_ask', 'invalid_span'] as const),
] as const;
const OF_CUSTOMERS = ['invalid_span'] as const;
// A fit of a hundred thousand customers while the machine is busy.
const FIT_WITHIN_MS = 60_000;
const NONE: readonly never[] = [];
// Reading everything again takes as long as it takes.
const WORK = { codes: NONE, withinMs: 3_600_000 };

export function analyticsClient(options: ClientOptions): AnalyticsClient {
  const { withinMs = WITHIN_MS } = options;
  return {
    runReport: (id, parameters) =>
      ask(options, { ask: 'report', id, parameters }, { value: answerWire, codes: OF_REPORT, withinMs }),
    drillReport: (id, drill) =>
      ask(options, { ask: 'orders', id, drill }, { value: z.array(z.string()), codes: OF_ORDERS, withinMs }),
    readShownOrders: (orderIds) =>
      ask(options, { ask: 'shown_orders', orderIds }, { value: shownOrdersWire, codes: NONE, withinMs }),
    runAsk: (asked) => ask(options, { ask: 'ask', asked }, { value: answerWire, codes: OF_ASK, withinMs }),
    drillAsk: (asked, drill) =>
      ask(
        options,
        { ask: 'ask_orders', asked, drill },
        { value: z.array(z.string()), codes: OF_ASK, withinMs },
      ),
    readCustomerValue: (asked) =>
      ask(
        options,
        { ask: 'customer_value', asked },
        { value: customerValueWire, codes: OF_CUSTOMERS, withinMs: FIT_WITHIN_MS },
      ),
    readSecondOrder: (asked) =>
      ask(options, { ask: 'second_order', asked }, { value: secondOrderWire, codes: OF_CUSTOMERS, withinMs }),
    readDemand: (asked) =>
      ask(options, { ask: 'demand', asked }, { value: demandWire, codes: NONE, withinMs: FIT_WITHIN_MS }),
    readDemandMarks: (asked) =>
      ask(
        options,
        { ask: 'demand_marks', asked },
        { value: demandMarksWire, codes: NONE, withinMs: FIT_WITHIN_MS },
      ),
    checkAgreement: (days) => ask(options, { ask: 'agreement', ...days }, { ...WORK, value: agreementWire }),
    readStockOuts: ({ from, to, market }) =>
      ask(
        options,
        { ask: 'stock_outs', from, to, ...(market === undefined ? {} : { market }) },
        { value: stockOutsWire, codes: NONE, withinMs },
      ),
    readLive: () => ask(options, { ask: 'live' }, { value: liveWire, codes: ['not_live'], withinMs }),
    forget: (customerId) => ask(options, { ask: 'forget', customerId }, { ...WORK, value: z.null() }),
    refresh: () => ask(options, { ask: 'refresh' }, { ...WORK, value: z.null() }),
    rebuild: () => ask(options, { ask: 'rebuild' }, { ...WORK, value: z.null() }),
    readStanding: () => ask(options, { ask: 'standing' }, { value: standingWire, codes: NONE, withinMs }),
  };
}

async function ask<Value, Code extends string>(
  { folder, url, secrets }: ClientOptions,
  question: Question,
  expected: {
    readonly value: z.ZodType<Value>;
    readonly codes: readonly Code[];
    readonly withinMs: number;
  },
): Promise<Result<Value, Refusal<Code | 'analytics_away'>>> {
  const address = url ?? (await readAddress(folder));
  if (address === undefined) return AWAY;
  const pass = makePass(secrets, Temporal.Now.instant());
  const body = await post(address, pass, wireText(question), expected.withinMs);
  if (body === undefined) return AWAY;
  const { value, codes } = expected;
  const answer = z
    .union([z.object({ ok: z.literal(true), value }), refusedWith(codes)])
    .parse(JSON.parse(body));
  if (answer.ok) return ok(answer.value);
  const { code, message, field } = answer.refusal;
  return refuse(code, message, field);
}

/** The answer's text; `undefined` when there is none, or the owner is not this shop's. */
async function post(
  address: string,
  authorization: string,
  body: string,
  withinMs: number,
): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(withinMs);
    const answer = await fetch(`${address}/`, { method: 'POST', body, headers: { authorization }, signal });
    return answer.ok ? await answer.text() : undefined;
  } catch (error) {
    // No connection, a connection that broke, or no answer in time: all of them mean that nobody is there.
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}

function refusedWith<Code extends string>(codes: readonly Code[]) {
  const refusal = z.object({ code: z.enum(codes), message: z.string(), field: z.string().optional() });
  return z.object({ ok: z.literal(false), refusal });
}

const AWAY = refuse(
  'analytics_away',
  'the reports are starting or out of order; the shop is not: try again soon',
);
