/**
 * Scheme and host of absolute addresses: the shop's own address where one is set, else the host that was asked for
 * when it is well formed. A made-up host would otherwise end up in canonical links, and those in a cache.
 */
export function originOf(
  baseUrl: string | undefined,
  asked: { readonly protocol: string; readonly host: string | undefined },
): string {
  const own = baseUrl === undefined || baseUrl === '' ? undefined : URL.parse(baseUrl)?.origin;
  if (own !== undefined && own !== 'null') return own;
  const host = asked.host?.toLowerCase() ?? '';
  const scheme = asked.protocol === 'https' ? 'https' : 'http';
  const asOrigin =
    HOST.test(host) && host.length <= 260 ? URL.parse(`${scheme}://${host}`)?.origin : undefined;
  return asOrigin ?? `${scheme}://localhost`;
}

// RFC 952 and 1123 names, IPv4, or an IPv6 literal, each with an optional port.
const HOST = /^([a-z\d]([a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])(:\d{1,5})?$/;
