import { z } from 'zod';
import { ProviderUnreachable } from '../../provider.ts';
import type { AttemptMeans, AttemptOutcome } from './attempt.ts';
import { type Answered, pathOf } from './client.ts';
import type { WorldpayDeps } from './deps.ts';
import { writeOutcome, writeStep } from './notes.ts';
import { expiryOf } from './query.ts';

const jwt = z.string().min(1).max(8_192);
const action = z.object({ href: z.string().max(4_000) });

/** What the Payments API answers an authorisation, and each step of 3-D Secure, with. */
const answer = z.object({
  outcome: z.string(),
  refusalCode: z.string().max(20).optional(),
  deviceDataCollection: z.object({ jwt, url: z.url(), bin: z.string().max(6) }).optional(),
  challenge: z.object({ jwt, url: z.url() }).optional(),
  paymentInstrument: z
    .object({
      cardBrand: z.string().max(40).optional(),
      lastFour: z.string().max(4).optional(),
      expiryDate: z.object({ month: z.number(), year: z.number() }).optional(),
    })
    .optional(),
  _actions: z
    .object({ supply3dsDeviceData: action.optional(), complete3dsChallenge: action.optional() })
    .optional(),
});
type Answer = z.infer<typeof answer>;

/** Outcomes that are the end of an attempt; every other word is a refusal under its own name. */
const ENDS: ReadonlyMap<string, AttemptOutcome> = new Map<string, AttemptOutcome>([
  ['authorized', 'authorized'],
  ['sentForSettlement', 'settled'],
]);

/** Writes down what Worldpay answered: the next step of 3-D Secure, or how the attempt ended. */
export async function noteOutcome(
  { db }: Pick<WorldpayDeps, 'db'>,
  paymentId: string,
  { body }: Answered,
): Promise<void> {
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new ProviderUnreachable('worldpay', 'an answer of no known form', parsed.error);
  const step = stepOf(parsed.data);
  if (step !== undefined) return writeStep(db, paymentId, step);
  const { outcome: word, refusalCode } = parsed.data;
  const outcome = ENDS.get(word);
  const means = meansOf(parsed.data);
  if (outcome !== undefined) return writeOutcome(db, paymentId, { outcome, means });
  const code = word === 'refused' ? (refusalCode ?? word) : word;
  return writeOutcome(db, paymentId, { outcome: 'refused', refusalCode: code });
}

function stepOf({ deviceDataCollection, challenge, _actions }: Answer) {
  const device = _actions?.supply3dsDeviceData;
  if (deviceDataCollection !== undefined && device !== undefined) {
    return { kind: 'device' as const, href: pathOf(device.href), ...deviceDataCollection };
  }
  const completed = _actions?.complete3dsChallenge;
  if (challenge === undefined || completed === undefined) return undefined;
  const { url, jwt: token } = challenge;
  return { kind: 'challenge' as const, href: pathOf(completed.href), url, jwt: token };
}

function meansOf({ paymentInstrument }: Answer): AttemptMeans | undefined {
  if (paymentInstrument === undefined) return undefined;
  const { cardBrand = 'card', lastFour, expiryDate } = paymentInstrument;
  return {
    brand: cardBrand,
    ...(lastFour === undefined ? {} : { last4: lastFour }),
    ...(expiryDate === undefined ? {} : { expiry: expiryOf(expiryDate) }),
  };
}
