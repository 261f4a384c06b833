import { domainToASCII } from 'node:url';

/**
 * The address as mail is sent to it, or `undefined` when it is none: the part before the @ as it was typed, the domain in
 * lower case and ASCII (RFC 5321, section 4.5.3.1: 64 and 254 octets at most). Quoted local parts are not accepted.
 *
 * @example
 * parseEmail(' Ada@Example.COM ') // 'Ada@example.com'
 */
export function parseEmail(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 254) return undefined;
  const at = trimmed.lastIndexOf('@');
  const [local, domain] = [trimmed.slice(0, at).normalize('NFC'), domainToASCII(trimmed.slice(at + 1))];
  const isLocal = at > 0 && at <= 64 && !local.includes('..') && /^[^\s\p{C}@"(),:;<>[\\\]]+$/u.test(local);
  const isDomain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain);
  const email = `${local}@${domain}`;
  return isLocal && isDomain && Buffer.byteLength(email) <= 254 ? email : undefined;
}
