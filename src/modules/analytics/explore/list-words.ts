import { type SourceName, sourceOf } from '../language/words.ts';
import type { Measure } from '../reports/report.ts';
import { DIMENSIONS, type ExploreDimension } from './dimensions.ts';
import { MEASURES } from './measures.ts';
import { dimensionsOf } from './together.ts';

export type ExplorationWords = {
  readonly measures: readonly (Omit<Measure, 'of'> & {
    readonly source: SourceName;
    /** It tells what goods cost the shop. */
    readonly hasCosts: boolean;
    /** By which it can be told apart and filtered. */
    readonly dimensions: readonly string[];
  })[];
  readonly dimensions: readonly ExploreDimension[];
};

/** Everything that can be asked for, with its definition. */
export function listExplorationWords(): ExplorationWords {
  const measures = MEASURES.map(({ id, kind, about, timeRule, hasCosts }) => ({
    ...{ id, kind, about, timeRule, source: sourceOf(id), hasCosts: hasCosts ?? false },
    dimensions: dimensionsOf([id]),
  }));
  return { measures, dimensions: DIMENSIONS };
}
