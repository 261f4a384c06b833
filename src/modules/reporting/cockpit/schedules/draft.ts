import type { Asking, Told } from '../../../../platform/cockpit/api/index.ts';
import type { Language } from '../../../../platform/cockpit/text/index.ts';

export type ScheduleRead = Told<'readReportSchedule'>;
export type ScheduleBody = Asking<'createReportSchedule'>['body'];
export type Block = ScheduleBody['blocks'][number];
export type Cadence = ScheduleBody['cadence'];

/** What a new one begins as: last week's sales and where they came from, on Monday morning. */
export function newSchedule(name: string, language: Language, memberId: string): ScheduleBody {
  return {
    ...{ name, language, isPaused: false, recipients: [{ kind: 'member', memberId }] },
    cadence: { every: 'week', weekday: 1, hour: 7 },
    blocks: [newBlock('sales_over_time', 'day'), newBlock('channels'), newBlock('sales_by_product')],
  };
}

export function newBlock(report: string, grain?: 'day'): Block {
  const question = { kind: 'report', report, span: 'last_week', compare: 'previous' } as const;
  return { title: '', measures: [], question: grain === undefined ? question : { ...question, grain } };
}

/** What is sent of one that was read. */
export function bodyOf({
  name,
  language,
  blocks,
  cadence,
  recipients,
  isPaused,
}: ScheduleRead): ScheduleBody {
  return { name, language, blocks, cadence, recipients, isPaused };
}
