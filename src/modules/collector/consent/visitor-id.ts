import { randomBytes } from 'node:crypto';

/** Set only when somebody has agreed to statistics, and taken away when they withdraw. */
const NAME = 'visitor';

/** `__Host-`: over https only, from this host only, for all paths (RFC 6265bis, section 4.1.3.2). */
export function visitorCookieName(isSecure: boolean): string {
  return isSecure ? `__Host-${NAME}` : NAME;
}

/** 128 random bits that stand for one browser of this shop, and for nothing elsewhere. */
export function newVisitorId(): string {
  return randomBytes(16).toString('base64url');
}

export function parseVisitorId(text: string): string | undefined {
  return /^[\w-]{22}$/.test(text) ? text : undefined;
}
