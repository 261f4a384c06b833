import { SESSION_DAYS } from './session.ts';

const NAME = 'institor_staff';

/** `__Host-`: over https only, from this host only, for all paths (RFC 6265bis, section 4.1.3.2). */
export function staffCookieName(isSecure: boolean): string {
  return isSecure ? `__Host-${NAME}` : NAME;
}

/** The Set-Cookie header that signs this browser in. */
export function staffCookie(token: string, isSecure: boolean): string {
  return cookie(token, SESSION_DAYS * 86_400, isSecure);
}

/** The Set-Cookie header by which the browser forgets its session. */
export function clearedStaffCookie(isSecure: boolean): string {
  return cookie('', 0, isSecure);
}

/** The token in a Cookie header. Over https only the name counts that no other host can set. */
export function staffTokenOf(header: string, isSecure: boolean): string | undefined {
  const name = staffCookieName(isSecure);
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

function cookie(value: string, seconds: number, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${staffCookieName(isSecure)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}
