import { z } from 'zod';
import { LANGUAGES, THEMES } from '../../../../modules/staff/index.ts';
import { text } from '../../../../platform/api/index.ts';

/** Longer than a password may be: that it is too long is said by its own rule. */
export const secret = () => text(1_000).meta({ format: 'password' });
export const language = () => z.enum(LANGUAGES);
export const theme = () => z.enum(THEMES);
export const DONE = z.object({ isDone: z.boolean() });

/** What a browser is asked (WebAuthn level 3, sections 5.1.8 and 5.1.9), and the token to bring back. */
export const optionsOutput = z.object({
  options: z
    .record(z.string(), z.unknown())
    .meta({ description: 'PublicKeyCredentialCreationOptionsJSON, or …RequestOptionsJSON.' }),
  challengeToken: z.string(),
});

/** An authenticator to set up. */
export const authenticatorOutput = z
  .object({
    secret: z.string().meta({ description: 'To be typed: base 32.' }),
    address: z.string().meta({ description: 'To be drawn as a QR code: `otpauth://totp/…`.' }),
    enrolment: z.string().meta({ description: 'To be brought back with the first code.' }),
  })
  .meta({ id: 'AuthenticatorOffer' });

export const recoveryCodes = z
  .array(z.string())
  .meta({ description: 'Each good once in the place of the authenticator’s code. In this answer only.' });

export const PASSWORD_REFUSALS = {
  password_too_short: 422,
  password_too_long: 422,
  password_too_common: 422,
} as const;
