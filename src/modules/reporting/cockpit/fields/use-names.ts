import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';

export type Names = Told<'listReportNames'>;

/** What reports and numbers are called in the person's language; nothing until it is known. */
export function useReportNames(): Names {
  const read = useRead('listReportNames', { query: { language: writtenIn().language } }, { about: [] });
  return read.data ?? { reports: [], numbers: [] };
}
