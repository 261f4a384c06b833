import { parseId } from '../../kernel/index.ts';
import { readSupplier, readSuppliers, saveSupplier } from '../../modules/purchasing/index.ts';
import { type Part, printOf } from './part.ts';

/** Those that are bought from. What was ordered of them stays known: they are only not bought from any more. */
export const suppliers: Part = {
  kind: 'supplier',
  read: async (db) => {
    const active = (await readSuppliers(db)).filter(({ isActive }) => isActive);
    return new Map(active.map(({ id, ...draft }) => [id, { label: draft.name, print: printOf(draft) }]));
  },
  remove: async (tx, key, now) => {
    const id = parseId<'supplier'>(key);
    const found = id && (await readSupplier(tx, id));
    if (found === undefined) return undefined;
    const saved = await saveSupplier(tx, { id: found.id, draft: { ...found, isActive: false }, now });
    return saved.ok ? undefined : 'in_use';
  },
};
