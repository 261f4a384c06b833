import { type CurrencyCode, ok, type Result, refuse } from '../../../kernel/index.ts';
import {
  type AnalyticsClient,
  type Ask,
  askOf,
  asksCosts,
  findReport,
  type Grain,
  listExplorationWords,
  parseQuery,
  type ReportAnswer,
  type Span,
} from '../../analytics/index.ts';
import { namedSpan } from './named-span.ts';
import type { AnswerRefusal, Answers, QueryAbout, Question } from './question.ts';

/** The warehouse's process as what answers questions: standard reports by id, queries by their text. */
export function answersOf(client: AnalyticsClient): Answers {
  return {
    about: (question) => (question.kind === 'report' ? aboutReport(question) : aboutQuery(question.text)),
    answer: async (question, today) => {
      if (question.kind === 'report') return runReport(client, question, today);
      const ask = askOfText(question.text, today);
      return ask.ok ? run(client, ask.value) : ask;
    },
    series: async (text, { span, grain, today, currency }) => {
      const ask = askOfText(text, today);
      return ask.ok ? run(client, seriesOf(ask.value, { span, grain, currency })) : ask;
    },
  };
}

type ReportQuestion = Extract<Question, { readonly kind: 'report' }>;

function aboutReport({ report: id }: ReportQuestion): Result<QueryAbout, AnswerRefusal> {
  const report = findReport(id);
  if (report === undefined) return refuse('unknown_report', `there is no report "${id}"`, 'report');
  return ok({
    measures: report.measures.map((measure) => measure.id),
    dimensions: report.dimensions.map((dimension) => dimension.id),
    hasCosts: report.hasCosts === true,
  });
}

async function runReport(
  client: AnalyticsClient,
  { report, span, compare, grain, market }: ReportQuestion,
  today: Temporal.PlainDate,
): Promise<Result<ReportAnswer, AnswerRefusal>> {
  return client.runReport(report, {
    span: namedSpan(span, today),
    ...(compare === undefined ? {} : { compare }),
    ...(grain === undefined ? {} : { grain }),
    ...(market === undefined ? {} : { market }),
    // Pictures show the first eight, tables the first ten; sentences need all that add up.
    limit: 1_000,
  });
}

function aboutQuery(text: string): Result<QueryAbout, AnswerRefusal> {
  const query = parseQuery(text);
  if (!query.ok) return refuse('invalid_query', query.refusal.message, 'text');
  const { measures, by } = query.value;
  const hasCosts = asksCosts(query.value);
  return ok({ measures, dimensions: by, hasCosts });
}

/** What a text asks. Spans by name are of whole days here, as those of reports. */
function askOfText(text: string, today: Temporal.PlainDate): Result<Ask, AnswerRefusal> {
  const query = parseQuery(text);
  if (!query.ok) return refuse('invalid_query', query.refusal.message, 'text');
  const { span } = query.value;
  const ask = askOf(query.value, today);
  return ok(typeof span === 'string' ? { ...ask, span: namedSpan(span, today) } : ask);
}

/** The first number over time, told apart by nothing: in one currency, if it is money. */
function seriesOf(
  { measures, where, market, currency }: Ask,
  asked: { readonly span: Span; readonly grain: Grain; readonly currency: CurrencyCode },
): Ask {
  const isMoney = listExplorationWords().measures.some(
    ({ id, kind }) => kind === 'money' && id === measures[0],
  );
  const only = currency ?? (isMoney ? asked.currency : undefined);
  return {
    ...{ measures, by: [], where, span: asked.span, grain: asked.grain },
    ...(market === undefined ? {} : { market }),
    ...(only === undefined ? {} : { currency: only }),
  };
}

/** A query that was read cannot be asked for another reason than its days, or what does not go together. */
async function run(client: AnalyticsClient, ask: Ask): Promise<Result<ReportAnswer, AnswerRefusal>> {
  const answer = await client.runAsk(ask);
  if (answer.ok) return answer;
  const { code, message } = answer.refusal;
  if (code === 'analytics_away' || code === 'invalid_span') return refuse(code, message);
  return refuse('invalid_query', message, 'text');
}
