/**
 * An optional field that was not sent is not there, so that "stays as it is" cannot be read as "becomes nothing".
 *
 * @example sentFields({ email: 'ada@example.org', phone: undefined }) // { email: 'ada@example.org' }
 */
export function sentFields<Body extends object>(body: Body): SentFields<Body> {
  const entries = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as SentFields<Body>;
}

export type SentFields<Body> = { [Key in keyof Body]: Exclude<Body[Key], undefined> };
