import { z } from 'zod';

const bytes = (limit: number) => z.base64url().max(limit);
const id = bytes(1_400);
const EXTENSIONS = z.object({});
const TRANSPORT = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** What a browser answers when a key was made (WebAuthn level 3, section 5.1.8: RegistrationResponseJSON). */
export const REGISTRATION = z.object({
  id,
  rawId: id,
  type: z.literal('public-key'),
  clientExtensionResults: EXTENSIONS,
  response: z.object({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(20_000),
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});

/** What a browser answers when a key was used (AuthenticationResponseJSON). */
export const AUTHENTICATION = z.object({
  id,
  rawId: id,
  type: z.literal('public-key'),
  clientExtensionResults: EXTENSIONS,
  response: z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(2_000),
    // Keys that we asked for know whose they are.
    userHandle: bytes(200),
  }),
});

/** The transports that the standard names; later ones are left out, which costs a hint and nothing else. */
export function knownTransports(names: readonly string[]) {
  return names.flatMap((name) => {
    const parsed = TRANSPORT.safeParse(name);
    return parsed.success ? [parsed.data] : [];
  });
}
