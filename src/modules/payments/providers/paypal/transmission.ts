import { verify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ok, type Refusal, type Result, refuse } from '../../../../kernel/index.ts';
import type { Certificates } from './certificates.ts';

/** PayPal tries a delivery again for three days, and does not say that it signs each try anew. */
const HOURS_BACK = 4 * 24;
const MINUTES_AHEAD = 5;
const ALGORITHM = 'SHA256withRSA';

export type Transmission = {
  readonly id: string;
  readonly time: string;
  readonly signature: string;
  readonly certificateUrl: string;
  readonly algorithm: string;
};

/** The headers that a delivery is signed by; nothing where one is missing or is longer than PayPal's ever are. */
export function transmissionOf(
  headers: Readonly<Record<string, string | undefined>>,
): Transmission | undefined {
  const [id, time, signature, certificateUrl, algorithm] = [
    ...[headers['paypal-transmission-id'], headers['paypal-transmission-time']],
    ...[headers['paypal-transmission-sig'], headers['paypal-cert-url'], headers['paypal-auth-algo']],
  ];
  const isWhole = [id, time, signature, certificateUrl, algorithm].every(
    (value) => value !== undefined && value.length > 0 && value.length <= 1_000,
  );
  if (!isWhole) return undefined;
  return {
    ...{ id: id ?? '', time: time ?? '', signature: signature ?? '' },
    ...{ certificateUrl: certificateUrl ?? '', algorithm: algorithm ?? '' },
  };
}

/**
 * What PayPal signs: id, time, the webhook's id and the CRC-32 of the raw bytes as a decimal number ("Verify messages
 * manually", Webhooks integration guide). The webhook's id is not sent along: it is what a forger does not know to be ours.
 */
export function signedText(
  { id, time }: Pick<Transmission, 'id' | 'time'>,
  webhookId: string,
  rawBody: Uint8Array,
): string {
  return `${id}|${time}|${webhookId}|${crc32(rawBody)}`;
}

/**
 * Verifies a delivery under any of the webhook ids. The cheap checks come first, so that nobody makes us fetch
 * certificates with what could not be PayPal's anyway. Nothing secret is compared: the key is public.
 */
export async function verifyTransmission(
  {
    certificates,
    webhookIds,
  }: { readonly certificates: Certificates; readonly webhookIds: readonly string[] },
  input: {
    readonly transmission: Transmission | undefined;
    readonly rawBody: Uint8Array;
    readonly now: Temporal.Instant;
  },
): Promise<Result<undefined, Refusal<'bad_signature' | 'too_old'>>> {
  const { transmission, rawBody, now } = input;
  if (transmission === undefined) return refuse('bad_signature', 'a header of the signature is missing');
  if (transmission.algorithm !== ALGORITHM) return refuse('bad_signature', `only ${ALGORITHM} is accepted`);
  const sentAt = instantOf(transmission.time);
  if (sentAt === undefined) return refuse('bad_signature', 'the time of the transmission is none');
  if (!isOfLate(sentAt, now)) return refuse('too_old', 'the transmission is not of these days');
  const key = await certificates.keyAt(transmission.certificateUrl, now);
  if (key === undefined) return refuse('bad_signature', 'the certificate is not one of PayPal’s');
  const signature = Buffer.from(transmission.signature, 'base64');
  const isRight = webhookIds.some((webhookId) =>
    verify('RSA-SHA256', Buffer.from(signedText(transmission, webhookId, rawBody)), key, signature),
  );
  return isRight
    ? ok(undefined)
    : refuse('bad_signature', 'the signature is not over this, for a webhook of ours');
}

function isOfLate(sentAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const { epochMilliseconds: sent } = sentAt;
  const oldest = now.subtract({ hours: HOURS_BACK }).epochMilliseconds;
  return sent >= oldest && sent <= now.add({ minutes: MINUTES_AHEAD }).epochMilliseconds;
}

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
