import { type CurrencyCode, money, ok, toDecimal } from '../../../../kernel/index.ts';
import type { CustomerValueAnswer, SecondOrderAnswer } from '../../../../modules/analytics/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import type { customerReportEndpoints } from '../contract/customer-reports.ts';
import type { AdminDeps } from '../deps.ts';

/** What is known of customers that no table tells: what they will be worth, when they come again. */
export function customerReportHandlers({
  system: { analytics },
}: AdminDeps): Handlers<typeof customerReportEndpoints> {
  return {
    readCustomerValue: async ({ query: { from, to, ...asked } }) => {
      const answer = await analytics.readCustomerValue({ span: { from, to }, ...sentFields(asked) });
      return answer.ok ? ok(valueAnswer(answer.value)) : answer;
    },
    readSecondOrder: async ({ query: { from, to, ...asked } }) => {
      const answer = await analytics.readSecondOrder({ span: { from, to }, ...sentFields(asked) });
      return answer.ok ? ok(secondAnswer(answer.value)) : answer;
    },
  };
}

function aboutAnswer({ span, zone, asOf }: Pick<CustomerValueAnswer, 'span' | 'zone' | 'asOf'>) {
  return { span: { from: span.from.toString(), to: span.to.toString() }, zone, asOf: asOf?.toString() };
}

function valueAnswer({ value, currency, horizonDays, yearlyDiscount, ...about }: CustomerValueAnswer) {
  const { customers, repeaters } = value;
  const told = { ...aboutAnswer(about), currency, horizonDays, yearlyDiscount, customers, repeaters };
  if (!value.isKnown) return { ...told, reason: { code: value.reason, message: value.message } };
  if (currency === undefined) return told;
  const { parameters, doSomeLeave, correlation, total, groups, calibration } = value;
  return {
    ...told,
    model: {
      ...{ parameters, doSomeLeave, correlation },
      ...{ total: amountAnswer(total, 1, currency), each: amountAnswer(total, customers, currency) },
      groups: groups.map(({ value: worth, ...group }) => ({
        ...group,
        total: amountAnswer(worth, 1, currency),
        each: amountAnswer(worth, group.customers, currency),
      })),
      calibration: calibration.isKnown ? calibrationAnswer(calibration) : undefined,
    },
  };
}

type Known = Extract<CustomerValueAnswer['value'], { isKnown: true }>;

function calibrationAnswer({ isKnown: _, ...calibration }: Extract<Known['calibration'], { isKnown: true }>) {
  return calibration;
}

/** An estimate to the nearest smallest unit: what is estimated is no amount of the books. */
function amountAnswer(
  { estimate, low, high, confidence }: Known['total'],
  of: number,
  currency: CurrencyCode,
) {
  const decimal = (minor: number) => toDecimal(money(BigInt(Math.round(minor / of)), currency));
  return { estimate: decimal(estimate), low: decimal(low), high: decimal(high), confidence };
}

function secondAnswer({ second, ...about }: SecondOrderAnswer) {
  const { estimate, low, high } = second.median;
  return { ...aboutAnswer(about), ...second, median: { estimate, low, high } };
}
