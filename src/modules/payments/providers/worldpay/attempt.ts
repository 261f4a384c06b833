import { z } from 'zod';
import type { BeginPayment, PaymentMode } from '../../provider.ts';

/** What an authorisation says of the shopper, kept until there was one. */
export const attemptRequest = z.object({
  orderNumber: z.string(),
  returnUrl: z.string(),
  email: z.string(),
  isChallengeRequired: z.boolean(),
  cardholder: z.string(),
  address: z
    .object({
      address1: z.string(),
      address2: z.string().optional(),
      city: z.string(),
      state: z.string().optional(),
      postalCode: z.string().optional(),
      countryCode: z.string(),
    })
    .optional(),
});
export type AttemptRequest = z.infer<typeof attemptRequest>;

/** Where the shopper is: on Worldpay's page, before the fields in ours, or on the way through 3-D Secure. */
export const attemptStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), url: z.string() }),
  z.object({
    kind: z.literal('device'),
    href: z.string(),
    url: z.string(),
    jwt: z.string(),
    bin: z.string(),
  }),
  z.object({ kind: z.literal('challenge'), href: z.string(), url: z.string(), jwt: z.string() }),
]);
export type AttemptStep = z.infer<typeof attemptStep>;

export const attemptDecline = z.object({ code: z.string() });
export const attemptMeans = z.object({
  brand: z.string(),
  last4: z.string().optional(),
  expiry: z.string().optional(),
});
export type AttemptMeans = z.infer<typeof attemptMeans>;

/** `refused`: by the bank, by 3-D Secure or by Worldpay's own check of risks, whose word is in `refusalCode`. */
export type AttemptOutcome = 'authorized' | 'settled' | 'refused' | 'voided';

/** What we wrote down of a payment at Worldpay. Its id is the transactionReference: unique, and known before any call. */
export type Attempt = {
  readonly paymentId: string;
  readonly mode: PaymentMode;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly isCapturedAtOnce: boolean;
  readonly begunAt: Temporal.Instant;
  readonly request: AttemptRequest | undefined;
  readonly step: AttemptStep | undefined;
  readonly outcome: AttemptOutcome | undefined;
  readonly refusalCode: string | undefined;
  readonly means: AttemptMeans | undefined;
};

/** How long a page can be paid on, and fields be filled in: as long as an unpaid order holds its goods. */
export const OPEN_SECONDS = 1_800;
/** Payment Queries may be a minute behind; on top of it, for clocks that differ. */
const LATE_SECONDS = 180;

/** Nothing can come of it any more that nobody has heard of. */
export function isOver({ begunAt }: Attempt, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(begunAt.add({ seconds: OPEN_SECONDS + LATE_SECONDS }), now) < 0;
}

export function requestOf(input: BeginPayment): AttemptRequest {
  const address = input.billingAddress ?? input.shippingAddress;
  const { orderNumber, returnUrl, email, isChallengeRequired } = input;
  const said = { orderNumber, returnUrl, email, isChallengeRequired, cardholder: address?.name ?? '' };
  if (address === undefined) return said;
  const { line1, line2, city, region, postalCode, country } = address;
  return {
    ...said,
    address: {
      address1: line1.slice(0, 80),
      ...(line2 ? { address2: line2.slice(0, 80) } : {}),
      city: city.slice(0, 50),
      ...(region ? { state: region.slice(0, 30) } : {}),
      ...(postalCode ? { postalCode: postalCode.slice(0, 15) } : {}),
      countryCode: country,
    },
  };
}
