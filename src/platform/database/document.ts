/**
 * The JSON of a value with amounts and instants in it, as they are named in this house: what ends in `Minor` is a
 * bigint, what ends in `At` is an instant. Both are text in JSON: a JSON number beyond 2^53 would lose digits.
 */
export function toDocument(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? part.toString() : part));
}

/**
 * The value of a document that {@link toDocument} wrote and PostgreSQL parsed. It is believed to have the type it was
 * written with: ask it of columns that one module writes and reads.
 */
export function fromDocument<Value>(document: unknown): Value {
  return revive('', document) as Value;
}

function revive(key: string, part: unknown): unknown {
  if (typeof part === 'string') {
    if (key.endsWith('Minor')) return BigInt(part);
    return key.endsWith('At') ? Temporal.Instant.from(part) : part;
  }
  if (Array.isArray(part)) return part.map((item) => revive('', item));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, revive(name, inner)]));
}
