/**
 * One payload of several: each list has what any of theirs has, once; a field that is no list is the last's. For events
 * that name what changed, where changing twice is changing once.
 *
 * @example
 * mergeLists([{ ids: ['a', 'b'], cause: 'edit' }, { ids: ['b', 'c'], cause: 'import' }]);
 * // { ids: ['a', 'b', 'c'], cause: 'import' }
 */
export function mergeLists<Payload extends object>(payloads: readonly Payload[]): Payload {
  const merged: Record<string, unknown> = {};
  for (const payload of payloads) {
    for (const [name, value] of Object.entries(payload)) {
      const known = merged[name];
      const isList = Array.isArray(value) && Array.isArray(known);
      merged[name] = isList ? [...new Set([...known, ...value])] : value;
    }
  }
  return merged as Payload;
}
