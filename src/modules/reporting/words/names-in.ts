import { listExplorationWords, nameIn, REPORTS } from '../../analytics/index.ts';
import { type Language, spokenIn } from './words.ts';

export type Named = { readonly id: string; readonly name: string };

/** What reports and the numbers of queries are called in a language; what tells of costs only for who may see them. */
export function namesIn(
  language: Language,
  maySeeCosts: boolean,
): {
  readonly reports: readonly (Named & {
    readonly isOverTime: boolean;
    readonly measures: readonly Named[];
  })[];
  /** Each with the shortest query that asks for it. */
  readonly numbers: readonly (Named & { readonly query: string })[];
} {
  const { names } = spokenIn(language);
  const measure = ({ id }: { readonly id: string }) => ({ id, name: nameIn(names.measures, id) });
  const reports = REPORTS.filter(({ hasCosts }) => maySeeCosts || !hasCosts).map(
    ({ id, isOverTime, measures }) => ({
      ...{ id, name: nameIn(names.reports, id), isOverTime: isOverTime ?? false },
      measures: measures.map(measure),
    }),
  );
  const numbers = listExplorationWords()
    .measures.filter(({ hasCosts }) => maySeeCosts || !hasCosts)
    .map(({ id, source }) => ({ ...measure({ id }), query: `FROM ${source} SHOW ${id}` }));
  return { reports, numbers };
}
