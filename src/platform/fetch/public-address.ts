import ipaddr from 'ipaddr.js';

// RFC 4291, section 2.4, and IANA: all global unicast addresses that are given out begin with 001.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
// RFC 2544: for measuring networks; ipaddr.js counts it as unicast in some versions.
const BENCHMARKING = ipaddr.IPv4.parseCIDR('198.18.0.0/15');

/**
 * Whether an address is one of the public internet, by the IANA special-purpose registries (RFC 6890): not
 * loopback, private, link-local (where clouds keep their metadata service), shared (100.64.0.0/10),
 * multicast, documentation, or a shell around an IPv4 address (mapped, NAT64, 6to4, Teredo), except a mapped
 * one that is public itself.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_UNICAST) : !address.match(BENCHMARKING);
}
