import type { Query } from '../../language/query.ts';
import type { NameOf } from '../report/row-name.ts';
import type { Measure, Report, Row } from '../report.ts';

/** What is drawn of an answer: rows of one currency, and one of its numbers. */
export type Pictured = {
  readonly report: Report;
  readonly rows: readonly Row[];
  readonly measure: Measure;
  readonly currency: string | undefined;
  readonly query: Query;
  readonly nameOf: NameOf;
};
