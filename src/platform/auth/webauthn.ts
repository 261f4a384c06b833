/** The library that checks passkeys, loaded with the first one: it takes 30 MB. */
export function webauthn() {
  return import('@simplewebauthn/server');
}
