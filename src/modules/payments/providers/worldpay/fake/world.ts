import { randomBytes } from 'node:crypto';
import type { PaymentEvent } from '../payment-events.ts';

/** What a fake Worldpay remembers. Amounts are whole numbers of the currency's minor unit, as on the wire. */
export type WorldpayWorld = {
  readonly pages: Map<string, Page>;
  readonly sessions: Map<string, Session>;
  /** Authorisations on their way through 3-D Secure, by their link. */
  readonly authentications: Map<string, Authentication>;
  readonly payments: Map<string, Payment>;
  readonly events: WorldpayEvent[];
  /** While it is behind, queries do not show what happens; each time it falls behind has a number. */
  readonly lag: { isBehind: boolean; count: number };
  readonly origin: () => string;
  readonly now: () => Temporal.Instant;
};

export type Asked = {
  readonly transactionReference: string;
  readonly amount: number;
  readonly currency: string;
  readonly isAutoSettled: boolean;
};

export type Page = Asked & {
  readonly id: string;
  readonly description: string;
  readonly urls: Readonly<Record<string, string>>;
  readonly endsAt: Temporal.Instant;
  isPaid: boolean;
};

export type Session = { readonly card: string; isUsed: boolean };

export type Authentication = Asked & {
  readonly link: string;
  readonly card: string;
  readonly returnUrl: string;
  readonly isChallengeAsked: boolean;
  /** The session that brought it here, or the page. */
  readonly session: Session | undefined;
  readonly pageId: string | undefined;
  stage: 'device' | 'challenge' | 'ended';
  isPassed: boolean | undefined;
};

export type Payment = Asked & {
  readonly id: string;
  readonly card: string;
  readonly at: Temporal.Instant;
  readonly history: (PaymentEvent & { readonly isHidden: () => boolean })[];
  authorized: number;
  captured: number;
  refunded: number;
  /** What is not captured has been given up. */
  isClosed: boolean;
};

export type WorldpayEvent = {
  readonly id: string;
  readonly at: string;
  readonly classification: 'payment' | 'chargeback';
  readonly type: string;
  readonly transactionReference: string;
  readonly amount: number;
  readonly currency: string;
};

/** A new id as Worldpay writes them: `pay4u_lHl2jobU5S1T2pWkq10`. */
export function worldpayId(prefix: string): string {
  return `${prefix}${randomBytes(16).toString('base64url')}0`;
}
