import { ok, type Result } from '../../../kernel/index.ts';
import { MOST } from '../explore/ask.ts';
import { cubesOfMeasure, hasMoney } from '../explore/together.ts';
import { CLAUSES, readList, readWords } from './clauses.ts';
import type { Query, QueryProblem } from './query.ts';
import { type Reader, readerOf } from './reader.ts';
import { MEASURE_IDS, SOURCES, type SourceName, sourceOf } from './words.ts';

export const MOST_LETTERS = 4_000;

/**
 * A query out of its text, or where it is wrong and what was expected there. Case and spaces say nothing; clauses may come
 * in any order, each once. Without days it is of the last 28.
 *
 * @example parseQuery("SHOW net_sales, orders GROUP BY channel DURING last_28_days")
 */
export function parseQuery(text: string): Result<Query, QueryProblem> {
  const reader = readerOf(text.slice(0, MOST_LETTERS));
  if (text.length > MOST_LETTERS) {
    const end = { kind: 'end', text: '', at: MOST_LETTERS, length: text.length - MOST_LETTERS } as const;
    return refused(reader.problem('too_long', end, `a query has at most ${MOST_LETTERS} letters`));
  }
  return readQuery(reader);
}

/** The same of what a reader reads: afterwards it knows what could follow. */
export function readQuery(reader: Reader): Result<Query, QueryProblem> {
  const sources = reader.keyword('FROM')
    ? readList(reader, () => reader.word('name', SOURCES), SOURCES.length)
    : [];
  if (sources === undefined) return refused(reader.problem());
  if ('code' in sources) return refused(sources);
  if (!reader.keyword('SHOW')) return refused(reader.problem());
  const measures = readWords(reader, 'measure', {
    words: MEASURE_IDS,
    offered: MEASURE_IDS.filter((id) => sources.length === 0 || sources.includes(sourceOf(id))),
    most: MOST.measures,
  });
  if (measures === undefined) return refused(reader.problem());
  if ('code' in measures) return refused(measures);
  const said = readClauses(reader, measures);
  if ('code' in said) return refused(said);
  const query: Query = { ...{ by: [], where: [], having: [], span: 'last_28_days' }, ...said, measures };
  const problem =
    sourceProblem(reader, query, sources) ?? apartProblem(reader, query) ?? orderProblem(reader, query);
  return problem === undefined ? ok(query) : refused(problem);
}

function readClauses(reader: Reader, measures: readonly string[]): Partial<Query> | QueryProblem {
  let said: Partial<Query> = {};
  for (;;) {
    const open = CLAUSES.filter(({ fills }) => !(fills in said));
    const clause = open.find(({ keyword }) => reader.keyword(keyword));
    if (clause === undefined) return reader.isEnd() ? said : strayProblem(reader);
    const read = clause.read(reader, measures);
    if (read === undefined) return reader.problem();
    if ('code' in read) return read;
    said = { ...said, ...read };
  }
}

function strayProblem(reader: Reader): QueryProblem {
  const again = CLAUSES.find(({ keyword }) => isAt(reader, keyword.split(' ')[0] ?? ''));
  if (again === undefined || reader.isHalfRead()) return reader.problem();
  return reader.problem('said_twice', undefined, saidTwice(again.keyword));
}

function saidTwice(keyword: string): string {
  return keyword === 'SINCE' || keyword === 'DURING'
    ? 'the days are given twice: one of SINCE … UNTIL … and DURING … is enough'
    : `${keyword} is there twice`;
}

function isAt(reader: Reader, word: string): boolean {
  const { kind, text } = reader.here();
  return kind === 'word' && text.toUpperCase() === word;
}

function sourceProblem(reader: Reader, { measures }: Query, sources: readonly SourceName[]) {
  if (sources.length === 0) return undefined;
  const other = measures.find((id) => !sources.includes(sourceOf(id)));
  if (other === undefined) return undefined;
  const all = [...sources, sourceOf(other)].join(', ');
  return reader.problem(
    ...(['wrong_source', reader.acceptedAs('measure', other)] as const),
    `${other} is of ${sourceOf(other)}: write FROM ${all}`,
  );
}

/** The first word by which something that is shown cannot be told. */
function apartProblem(reader: Reader, query: Query) {
  const { measures, by, where, having, sort, market, currency, grain } = query;
  const asked = [...by, ...where.map(({ dimension }) => dimension)];
  const used = [
    ...measures,
    ...having.map(({ measure }) => measure),
    ...(sort === undefined ? [] : [sort.by]),
  ];
  for (const measure of used) {
    for (const cube of cubesOfMeasure(measure)) {
      const lacked = asked.find((id) => !(id in cube.dimensions));
      const place = lacked === undefined ? undefined : reader.acceptedAs('dimension', lacked);
      const apart = (what: string, at: typeof place) =>
        reader.problem(
          'not_together',
          at,
          `${measure} and ${what} do not go together: ${cube.facts} have no ${what}`,
        );
      if (lacked !== undefined) return apart(lacked, place);
      if (cube.lacks?.includes('currency') && (currency !== undefined || hasMoney(used)))
        return apart('currency', reader.acceptedAs('measure', measure));
      if (market !== undefined && cube.lacks?.includes('market'))
        return apart('market', reader.acceptedAs('name', market));
      if (grain === 'hour' && cube.lacks?.includes('hour'))
        return apart('hour', reader.acceptedAs('name', 'hour'));
    }
  }
  return undefined;
}

/** Rows are sorted by a measure, or by what they are of; bounds need rows that are told apart. */
function orderProblem(reader: Reader, { by, sort, having }: Query) {
  if (sort !== undefined && !MEASURE_IDS.includes(sort.by) && !by.includes(sort.by)) {
    const place = reader.acceptedAs('dimension', sort.by);
    return reader.problem(
      'not_together',
      place,
      `rows are not of ${sort.by}: write GROUP BY ${[...by, sort.by].join(', ')}`,
    );
  }
  const [bound] = having;
  if (bound === undefined || by.length > 0) return undefined;
  const place = reader.acceptedAs('measure', bound.measure);
  return reader.problem('not_together', place, 'HAVING needs GROUP BY: it hides rows, and there is only one');
}

function refused(problem: QueryProblem): { readonly ok: false; readonly refusal: QueryProblem } {
  return { ok: false, refusal: problem };
}
