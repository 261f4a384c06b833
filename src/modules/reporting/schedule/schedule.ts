import type { Id, Refusal } from '../../../kernel/index.ts';
import type { ReportBlock } from '../question/question.ts';
import type { Language } from '../words/words.ts';
import type { Cadence } from './cadence.ts';

export type ScheduleId = Id<'report_schedule'>;
export type RunId = Id<'report_run'>;

/** A member is reached wherever their address is now, and no more once they left. */
export type Recipient =
  | { readonly kind: 'member'; readonly memberId: string }
  | { readonly kind: 'address'; readonly email: string };

/** A report that is mailed again and again. */
export type Schedule = {
  readonly id: ScheduleId;
  readonly version: bigint;
  readonly name: string;
  readonly language: Language;
  readonly blocks: readonly ReportBlock[];
  readonly cadence: Cadence;
  readonly recipients: readonly Recipient[];
  readonly isPaused: boolean;
  /** Whether who last said what it shows may see costs: nobody learns them by mail who could not read them. */
  readonly maySeeCosts: boolean;
  readonly createdBy: string;
  readonly createdAt: Temporal.Instant;
  readonly nextRunAt: Temporal.Instant | undefined;
};

export type ScheduleInput = Pick<Schedule, 'name' | 'language' | 'blocks' | 'cadence' | 'recipients'> & {
  readonly isPaused: boolean;
};

/** One time that it was, or is being, sent. */
export type Run = {
  readonly id: RunId;
  readonly scheduleId: ScheduleId;
  readonly dueAt: Temporal.Instant;
  /** '' of a run by the clock; else who asked to see it now. */
  readonly onlyTo: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly attempts: number;
  readonly problem: string;
  readonly mails: number;
  readonly endedAt: Temporal.Instant | undefined;
};

export type ScheduleRefusal = Refusal<
  | ('invalid_name' | 'invalid_cadence' | 'no_blocks' | 'too_many' | 'no_recipients' | 'invalid_recipient')
  | ('unknown_report' | 'invalid_query' | 'invalid_span' | 'costs_hidden' | 'not_found' | 'version_changed')
>;

export const MOST_BLOCKS = 8;
export const MOST_RECIPIENTS = 50;
