import { hash } from 'node:crypto';

const MOST_CHARACTERS = 200;

/**
 * What a customer is known by: the file's own key as it is; of an e-mail address, which names a person, the SHA-256 of its
 * lower case in hexadecimal. The same address gives the same key, so that purchases stay together; whoever has the address
 * can make the key, so it is a pseudonym (GDPR, article 4 (5)) and still goes when the person asks for it.
 */
export function customerKeyOf(text: string): string | undefined {
  const bare = text.trim();
  if (bare === '') return undefined;
  return bare.includes('@') ? hash('sha256', bare.toLowerCase(), 'hex') : bare.slice(0, MOST_CHARACTERS);
}
