import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Secrets, UnreadableSecret } from '../../../platform/secrets/index.ts';
import { base32, newTotpSecret, stepOfCode, totpAddress } from './totp.ts';

const MINUTES = 30;
const SEALED = z.object({ secret: z.string(), until: z.string(), for: z.string() });

/** An authenticator that is being set up; nothing is kept until a code of it comes back. */
export type AuthenticatorOffer = {
  /** To be typed: base 32. */
  readonly secret: string;
  /** To be drawn as a QR code. */
  readonly address: string;
  /** To be brought back with the first code. */
  readonly enrolment: string;
};

export type Authenticator = { readonly secret: Buffer; readonly step: number };

/** @param input.for whose it will be: a member's id, or the link by which somebody becomes one */
export function offerAuthenticator(
  secrets: Secrets,
  input: {
    readonly shop: string;
    readonly email: string;
    readonly for: string;
    readonly now: Temporal.Instant;
  },
): AuthenticatorOffer {
  const secret = newTotpSecret();
  const until = input.now.add({ minutes: MINUTES }).toString();
  const enrolment = secrets.seal(
    JSON.stringify({ secret: secret.toString('base64url'), until, for: input.for }),
  );
  return { secret: base32(secret), address: totpAddress({ ...input, secret }), enrolment };
}

/** The authenticator that was offered to this one, when `code` is its code now. */
export function takeAuthenticator(
  secrets: Secrets,
  input: {
    readonly enrolment: string;
    readonly code: string;
    readonly for: string;
    readonly now: Temporal.Instant;
  },
): Authenticator | undefined {
  const offered = open(secrets, input.enrolment);
  if (offered === undefined || !isSame(offered.for, input.for)) return undefined;
  if (Temporal.Instant.compare(input.now, Temporal.Instant.from(offered.until)) >= 0) return undefined;
  const secret = Buffer.from(offered.secret, 'base64url');
  const step = stepOfCode({ secret, typed: input.code, after: -1, now: input.now });
  return step === undefined ? undefined : { secret, step };
}

function open(secrets: Secrets, enrolment: string): z.output<typeof SEALED> | undefined {
  try {
    return SEALED.parse(JSON.parse(secrets.open(enrolment)));
  } catch (error) {
    // Whoever sends something else than was given is refused like one who types a wrong code.
    if (error instanceof UnreadableSecret || error instanceof SyntaxError || error instanceof z.ZodError) {
      return undefined;
    }
    throw error;
  }
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
