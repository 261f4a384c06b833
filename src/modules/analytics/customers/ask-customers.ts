import { type CurrencyCode, currencyOf, ok, type Refusal, type Result } from '../../../kernel/index.ts';
import { runInThread } from '../../../platform/threads/index.ts';
import { refuseSpan, type Source } from '../reports/answer-report.ts';
import { kept } from '../reports/kept.ts';
import type { Span } from '../reports/report.ts';
import { type CustomerValue, HORIZON_DAYS, YEARLY_DISCOUNT } from './customer-value.ts';
import { readPurchases } from './purchases.ts';
import { type Bought, boughtIn } from './scores.ts';
import { type SecondOrder, secondOrder } from './second-order.ts';

/** An answer with what it is of, as reports have it. */
export type About = {
  readonly span: Span;
  readonly zone: string;
  readonly asOf?: Temporal.Instant;
};
export type CustomerValueAnswer = About & {
  /** That of the amounts; none where nothing was sold. */
  readonly currency?: CurrencyCode;
  /** Over which time customers are valued, and how much less money is worth a year later. */
  readonly horizonDays: number;
  readonly yearlyDiscount: number;
  readonly value: CustomerValue;
};
export type SecondOrderAnswer = About & { readonly second: SecondOrder };

type Answered<Value> = Promise<Result<Value, Refusal<'invalid_span'>>>;

/** What customers will be worth, by their orders of the span in one currency: that of most orders unless it is said. */
export async function askCustomerValue(analytics: Source, asked: Bought): Answered<CustomerValueAnswer> {
  const refused = refuseSpan({}, { span: asked.span });
  if (refused !== undefined) return refused;
  const about = await aboutOf(analytics, asked.span);
  const currency = asked.currency ?? (await mostUsed(analytics, asked));
  const today = about.today.toString();
  const { span, market, origin } = asked;
  const value = await valued(analytics, { span, market, origin, currency, today });
  return ok({
    ...about.told,
    ...(currency === undefined ? {} : { currency: currencyOf(currency) }),
    ...{ horizonDays: HORIZON_DAYS, yearlyDiscount: YEARLY_DISCOUNT, value },
  });
}

export async function askSecondOrder(analytics: Source, asked: Bought): Answered<SecondOrderAnswer> {
  const refused = refuseSpan({}, { span: asked.span });
  if (refused !== undefined) return refused;
  const { told, today } = await aboutOf(analytics, asked.span);
  return ok({ ...told, second: await secondOrder(analytics, { ...asked, today }) });
}

// It takes seconds: in a thread, so that other questions are answered meanwhile, and once while the orders are the same.
const valued = kept(
  async (
    analytics: Source,
    { today, ...asked }: Bought & { readonly today: string },
  ): Promise<CustomerValue> => {
    const purchases = await readPurchases(analytics, { ...asked, today: Temporal.PlainDate.from(today) });
    return runInThread<CustomerValue>(new URL('./customer-value.thread.ts', import.meta.url), purchases);
  },
);

/** What is told of every answer, and the day that it is in the shop: what comes after it is not known yet. */
async function aboutOf(analytics: Source, span: Span): Promise<{ told: About; today: Temporal.PlainDate }> {
  const asOf = await analytics.asOf();
  const today = asOf?.toZonedDateTimeISO(analytics.zone).toPlainDate() ?? span.to;
  return { told: { span, zone: analytics.zone, ...(asOf === undefined ? {} : { asOf }) }, today };
}

async function mostUsed({ rows }: Source, asked: Bought): Promise<string | undefined> {
  const [most] = await rows<{ currency: string }>(
    `select currency from orders where ${boughtIn(asked)} group by currency order by count(*) desc, currency limit 1`,
  );
  return most?.currency;
}
