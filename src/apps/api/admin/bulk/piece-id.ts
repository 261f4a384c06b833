import { type Id, parseId } from '../../../../kernel/index.ts';

/** Keys of pieces are ids of things; another text is none of ours. */
export function idsOf<Name extends string>(keys: readonly string[]): Id<Name>[] {
  return keys.map((key) => {
    const id = parseId<Name>(key);
    if (id === undefined) throw new TypeError(`${JSON.stringify(key)} is no id`);
    return id;
  });
}
