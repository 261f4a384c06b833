import type { Id, Refusal } from '../../../kernel/index.ts';
import type { ReportBlock } from '../question/question.ts';
import type { ScheduleId } from '../schedule/schedule.ts';
import type { Language } from '../words/words.ts';

export type LinkId = Id<'report_link'>;

/** What a link shows: a schedule as it is when it is opened, or blocks of its own. */
export type LinkSource =
  | { readonly kind: 'schedule'; readonly scheduleId: ScheduleId }
  | { readonly kind: 'blocks'; readonly blocks: readonly ReportBlock[] };

/** A page of numbers for who has its address, until it is taken back or too old. */
export type Link = {
  readonly id: LinkId;
  readonly title: string;
  readonly language: Language;
  readonly source: LinkSource;
  readonly maySeeCosts: boolean;
  readonly createdBy: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | undefined;
  /** In the shop's zone. Nothing else is known of who opens it. */
  readonly lastOpenedOn: Temporal.PlainDate | undefined;
  readonly openedCount: number;
};

export type LinkRefusal = Refusal<
  | ('invalid_name' | 'no_blocks' | 'too_many' | 'invalid_expiry' | 'unknown_schedule' | 'not_found')
  | ('unknown_report' | 'invalid_query' | 'invalid_span' | 'costs_hidden')
>;

export function isLive({ revokedAt, expiresAt }: Link, now: Temporal.Instant): boolean {
  return revokedAt === undefined && Temporal.Instant.compare(now, expiresAt) < 0;
}
