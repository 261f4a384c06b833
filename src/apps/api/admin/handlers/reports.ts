import { z } from 'zod';
import { type CurrencyCode, money, ok, refuse, toDecimal } from '../../../../kernel/index.ts';
import {
  definedIn,
  findReport,
  leadsToOrders,
  type Measure,
  REPORTS,
  type Report,
  type ReportAnswer,
  type ReportRow,
  readAgreement,
  readProviderDays,
  type Spoken,
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
    listReports: async ({ query: { language = 'en' }, caller }) =>
      ok({
        items: [...REPORTS, ...WORKED_OUT]
          .map((one) => definitionOf(one, language))
          .filter(({ id }) => !isHidden(id, caller)),
      }),
    runReport: async ({ params: { id }, query: { from, to, ...asked }, caller }) => {
      if (isHidden(id, caller)) return HIDDEN;
      const { compare, market, grain, currency, limit, language, ...sent } = asked;
      const ways = waysIn(sent);
      if (!ways.ok) return ways;
      const about = sentFields({ compare, market, grain, currency, limit });
      const answer = await analytics.runReport(id, { span: { from, to }, ...about, ...ways.value });
      const report = findReport(id);
      const leads = report === undefined || leadsToOrders(report) ? {} : { leadsToOrders: false };
      return answer.ok
        ? ok({ ...reportAnswer(answer.value, language), ...sentFields({ query: report?.query }), ...leads })
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

function definitionOf({ id, titleKey, about, ...report }: Listed, language: Spoken) {
  const { hasCurrency } = report;
  const said = definedBy(language);
  const dimensions = report.dimensions.map(said);
  const isOverTime = report.isOverTime === true;
  const measures = report.measures.map(({ id: name, kind, about: definition, timeRule }) => {
    return said({ id: name, kind, about: definition, timeRule });
  });
  return { id, titleKey, about: definedIn(language, about), isOverTime, hasCurrency, dimensions, measures };
}

function isHidden(id: string, caller: Caller): boolean {
  return findReport(id)?.hasCosts === true && !may(caller, 'costs:read');
}

export function partsOf(text: string): [dimension: string, value: string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

export function reportAnswer(told: ReportAnswer, language: Spoken = 'en') {
  const { report, span, comparedWith, asOf, rows, totals, measures, dimensions, ...answer } = told;
  const said = definedBy(language);
  const kinds = new Map(measures.map(({ id, kind }) => [id, kind]));
  const rowAnswer = ({ of, currency, values, before, bounds, boundsBefore }: ReportRow) => {
    const toldOf = (given: ReportRow['values']) =>
      Object.fromEntries(
        Object.entries(given).map(([id, value]) => [
          id,
          valueAnswer(value, kinds.get(id) === 'money' ? currency : undefined),
        ]),
      );
    const within = (given: ReportRow['bounds']) =>
      given && boundsAnswer(given, (id) => (kinds.get(id) === 'money' ? currency : undefined));
    return {
      ...{ of, currency, values: toldOf(values), before: before && toldOf(before) },
      ...{ bounds: within(bounds), boundsBefore: within(boundsBefore) },
    };
  };
  return {
    ...{ ...report, about: definedIn(language, report.about), ...answer },
    ...{ measures: measures.map(said), dimensions: dimensions.map(said) },
    span: { from: span.from.toString(), to: span.to.toString() },
    comparedWith: comparedWith && { from: comparedWith.from.toString(), to: comparedWith.to.toString() },
    asOf: asOf?.toString(),
    ...{ rows: rows.map(rowAnswer), totals: totals.map(rowAnswer) },
  };
}

/** What has a definition, with it in a language. */
export function definedBy(language: Spoken) {
  return <Defined extends { readonly about: string; readonly timeRule?: string }>(one: Defined) => {
    const { about, timeRule } = one;
    const rule = timeRule === undefined ? {} : { timeRule: definedIn(language, timeRule) };
    return { ...one, about: definedIn(language, about), ...rule };
  };
}

/** As values are: of money in its currency's unit, to the nearest smallest unit. */
function boundsAnswer(
  bounds: NonNullable<ReportRow['bounds']>,
  currencyOf: (id: string) => CurrencyCode | undefined,
) {
  const told = (bound: number, currency: CurrencyCode | undefined) =>
    currency === undefined ? bound : Number(toDecimal(money(BigInt(Math.round(bound)), currency)));
  return Object.fromEntries(
    Object.entries(bounds).map(([id, { low, high }]) => {
      const currency = currencyOf(id);
      return [id, { low: told(low, currency), high: told(high, currency) }];
    }),
  );
}

/** Money as a decimal of its currency; counts are well below what a number holds. */
function valueAnswer(value: Value, currency: CurrencyCode | undefined): string | number | null {
  if (typeof value !== 'bigint') return value;
  return currency === undefined ? Number(value) : toDecimal(money(value, currency));
}
