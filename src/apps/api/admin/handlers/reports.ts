import { z } from 'zod';
import { type CurrencyCode, money, ok, refuse, toDecimal } from '../../../../kernel/index.ts';
import {
  findReport,
  leadsToOrders,
  type Measure,
  REPORTS,
  type Report,
  type ReportAnswer,
  type ReportRow,
  readAgreement,
  readProviderDays,
  type Value,
  WORKED_OUT,
} from '../../../../modules/analytics/index.ts';
import {
  type Caller,
  type Handlers,
  readCursor,
  sentFields,
  writeCursor,
} from '../../../../platform/api/index.ts';
import type { reportEndpoints } from '../contract/reports.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { waysIn } from './report-ways.ts';
import { shownOrderAnswer } from './shown-order.ts';

const POSITION = z.tuple([z.string().max(300)]);
const MOST_DAYS = 400;
const HIDDEN = refuse('costs_hidden', 'this report tells what goods cost: it needs costs:read as well');

/** Reports, the orders behind them, and whether they agree with the books. */
export function reportHandlers({ reads, system }: AdminDeps): Handlers<typeof reportEndpoints> {
  const { analytics } = system;
  return {
    listReports: async ({ caller }) =>
      ok({
        items: [...REPORTS.map(definitionOf), ...WORKED_OUT.map(definitionOf)].filter(
          ({ id }) => !isHidden(id, caller),
        ),
      }),
    runReport: async ({ params: { id }, query: { from, to, ...asked }, caller }) => {
      if (isHidden(id, caller)) return HIDDEN;
      const { compare, market, grain, currency, limit, ...sent } = asked;
      const ways = waysIn(sent);
      if (!ways.ok) return ways;
      const about = sentFields({ compare, market, grain, currency, limit });
      const answer = await analytics.runReport(id, { span: { from, to }, ...about, ...ways.value });
      const report = findReport(id);
      const leads = report === undefined || leadsToOrders(report) ? {} : { leadsToOrders: false };
      return answer.ok
        ? ok({ ...reportAnswer(answer.value), ...sentFields({ query: report?.query }), ...leads })
        : answer;
    },
    listReportOrders: async ({ params: { id }, query, caller }) => {
      const { from, to, cursor, limit, of = [], currency, ...asked } = query;
      if (isHidden(id, caller)) return HIDDEN;
      const position = readCursor(`report ${id}`, POSITION, cursor);
      if (!position.ok) return position;
      const after = position.value === undefined ? {} : { after: position.value[0] };
      const row = { of: Object.fromEntries(of.map(partsOf)), ...sentFields({ currency }) };
      const drill = { span: { from, to }, ...sentFields(asked), ...after, row, limit: limit + 1 };
      const found = await analytics.drillReport(id, drill);
      if (!found.ok) return found;
      const ids = found.value.slice(0, limit);
      const shown = await analytics.readShownOrders(ids);
      if (!shown.ok) return shown;
      const last = found.value.length > limit ? ids.at(-1) : undefined;
      const nextCursor = last && writeCursor(`report ${id}`, [last]);
      return ok({ items: shown.value.map(shownOrderAnswer), nextCursor });
    },
    readAgreement: async ({ query: { from, to } }) => {
      const days = from.until(to).days + 1;
      if (days < 1 || days > MOST_DAYS) {
        return refuse('invalid_span', `a span has 1 to ${MOST_DAYS} days`, 'to');
      }
      const [checked, compared] = await Promise.all([
        readAgreement(reads, { from, to }),
        readProviderDays(reads, { from, to }),
      ]);
      return ok({
        items: checked.map(({ day, checkedAt, differences }) => ({
          ...{ day: day.toString(), checkedAt: checkedAt.toString() },
          providers: compared
            .filter((one) => one.day.equals(day))
            .map(({ provider, ranAt, differenceCount }) => {
              return { provider, comparedAt: ranAt.toString(), differences: differenceCount };
            }),
          differences: differences.map(({ market, currency, measure, ...amounts }) => ({
            ...{ market, currency, measure },
            report: toDecimal(money(amounts.reportMinor, currency)),
            journal: toDecimal(money(amounts.journalMinor, currency)),
            ledger: toDecimal(money(amounts.ledgerMinor, currency)),
          })),
        })),
      });
    },
  };
}

type Listed = Pick<Report, 'id' | 'titleKey' | 'about' | 'dimensions' | 'hasCurrency'> & {
  readonly isOverTime?: true;
  readonly measures: readonly Omit<Measure, 'of'>[];
};

function definitionOf({ id, titleKey, about, ...report }: Listed) {
  const { hasCurrency, dimensions } = report;
  const isOverTime = report.isOverTime === true;
  const measures = report.measures.map(({ id: name, kind, about: definition, timeRule }) => {
    return { id: name, kind, about: definition, timeRule };
  });
  return { id, titleKey, about, isOverTime, hasCurrency, dimensions, measures };
}

function isHidden(id: string, caller: Caller): boolean {
  return findReport(id)?.hasCosts === true && !may(caller, 'costs:read');
}

export function partsOf(text: string): [dimension: string, value: string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

export function reportAnswer({
  report,
  span,
  comparedWith,
  asOf,
  rows,
  totals,
  measures,
  ...answer
}: ReportAnswer) {
  const kinds = new Map(measures.map(({ id, kind }) => [id, kind]));
  const rowAnswer = ({ of, currency, values, before, ...estimated }: ReportRow) => {
    const told = (given: ReportRow['values']) =>
      Object.fromEntries(
        Object.entries(given).map(([id, value]) => [
          id,
          valueAnswer(value, kinds.get(id) === 'money' ? currency : undefined),
        ]),
      );
    return { of, currency, values: told(values), before: before && told(before), ...estimated };
  };
  return {
    ...{ ...report, ...answer, measures },
    span: { from: span.from.toString(), to: span.to.toString() },
    comparedWith: comparedWith && { from: comparedWith.from.toString(), to: comparedWith.to.toString() },
    asOf: asOf?.toString(),
    ...{ rows: rows.map(rowAnswer), totals: totals.map(rowAnswer) },
  };
}

/** Money as a decimal of its currency; counts are well below what a number holds. */
function valueAnswer(value: Value, currency: CurrencyCode | undefined): string | number | null {
  if (typeof value !== 'bigint') return value;
  return currency === undefined ? Number(value) : toDecimal(money(value, currency));
}
