import ipaddr from 'ipaddr.js';

/**
 * Whom an address on the internet is counted with: an IPv4 address by itself, IPv6 by its /64, which is what one
 * household gets (RFC 6177). Text that is no address counts together, as `unknown`.
 */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  const bytes = address.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/64`;
}
