declare const name: unique symbol;

/** A UUID that knows what it identifies, so that a product's id is no variant's. */
export type Id<Name extends string> = string & { readonly [name]: Name };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id in `text`, or `undefined` when it is not a UUID in lower-case canonical form (RFC 9562, section 4). */
export function parseId<Name extends string>(text: string): Id<Name> | undefined {
  return UUID.test(text) ? (text as Id<Name>) : undefined;
}

/**
 * A version 7 UUID (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then the version, then random bits.
 * Ids made later sort later, which keeps B-tree pages full.
 *
 * @param unixMs milliseconds since 1970-01-01T00:00Z
 * @param random at least 10 random bytes
 */
export function idFrom<Name extends string>(unixMs: number, random: Uint8Array): Id<Name> {
  if (random.length < 10) throw new RangeError('an id needs 10 random bytes');
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(unixMs) << 16n);
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toHex();
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join('-') as Id<Name>;
}
