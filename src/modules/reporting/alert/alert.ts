import type { CurrencyCode, Id, Refusal } from '../../../kernel/index.ts';
import type { Kind } from '../digest/number-text.ts';
import type { Recipient } from '../schedule/schedule.ts';
import type { Language } from '../words/words.ts';
import type { Rule } from './rule.ts';

export type AlertId = Id<'report_alert'>;
export type FiringId = Id<'report_firing'>;
export type AlertGrain = 'hour' | 'day' | 'week';

/** A number that is watched. */
export type Alert = {
  readonly id: AlertId;
  readonly version: bigint;
  readonly name: string;
  /** With one measure, told apart by nothing; its own days do not matter. */
  readonly query: string;
  readonly language: Language;
  readonly rule: Rule;
  readonly grain: AlertGrain;
  readonly graceMinutes: number;
  /** Hours of the shop's zone, from the first until the second; the same: none. */
  readonly quiet: { readonly from: number; readonly to: number };
  readonly recipients: readonly Recipient[];
  readonly hasWebhooks: boolean;
  readonly isMuted: boolean;
  readonly snoozedUntil: Temporal.Instant | undefined;
  readonly maySeeCosts: boolean;
  readonly createdBy: string;
  readonly createdAt: Temporal.Instant;
  /** The last hour, day or week that was judged; '' before the first. */
  readonly judgedTo: string;
  readonly judgedAt: Temporal.Instant | undefined;
  /** Why it cannot be judged now, '' where it can. */
  readonly problem: string;
};

export type AlertInput = Pick<
  Alert,
  'name' | 'query' | 'language' | 'rule' | 'grain' | 'graceMinutes' | 'quiet' | 'recipients' | 'hasWebhooks'
>;

/** An episode, with the numbers as they were then. */
export type Firing = {
  readonly id: FiringId;
  readonly alertId: AlertId;
  /** The hour, day or week that it began with, as reports name it. */
  readonly began: string;
  /** In the currency's unit. */
  readonly value: number;
  readonly expected: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly kind: Kind;
  readonly currency: CurrencyCode | undefined;
  /** Hours, days or weeks out of the ordinary. */
  readonly length: number;
  readonly beganAt: Temporal.Instant;
  readonly ended: string | undefined;
  readonly endedAt: Temporal.Instant | undefined;
  /** `undefined`: nobody is told of it. */
  readonly tellAt: Temporal.Instant | undefined;
  readonly toldAt: Temporal.Instant | undefined;
  readonly endingToldAt: Temporal.Instant | undefined;
};

export type AlertRefusal = Refusal<
  | ('invalid_name' | 'invalid_rule' | 'one_number' | 'too_many' | 'no_recipients' | 'invalid_recipient')
  | ('invalid_query' | 'invalid_span' | 'unknown_report' | 'costs_hidden' | 'not_found' | 'version_changed')
>;
