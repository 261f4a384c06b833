import { hash } from 'node:crypto';

/**
 * An id for an event whose format has none: the same text gives the same one, so that what is sent again is known again
 * (UUID version 8, RFC 9562, section 5.8).
 */
export function derivedId(text: string): string {
  const hex = hash('sha256', text, 'hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
