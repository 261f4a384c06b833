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

/** The token in a Cookie header. Where the shop is reached over https only, the name alone counts that no other host can set. */
export function staffTokenOf(header: string, isSecure: boolean): string | undefined {
  const pairs = header.split(';').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  const valueNamed = (name: string) => pairs.find(([key]) => key === name)?.[1];
  return valueNamed(staffCookieName(true)) ?? (isSecure ? undefined : valueNamed(staffCookieName(false)));
}

function cookie(value: string, seconds: number, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${staffCookieName(isSecure)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}
