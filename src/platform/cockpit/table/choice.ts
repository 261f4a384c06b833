import { useMemo, useState } from 'react';

export type Choice = {
  readonly ids: ReadonlySet<string>;
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** From the row that was chosen last to this one. */
  readonly toggleTo: (id: string, order: readonly string[]) => void;
  readonly set: (ids: Iterable<string>) => void;
  readonly clear: () => void;
};

/** Which rows are chosen, by their ids. */
export function useChoice(): Choice {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();
  return useMemo(
    () => ({
      ids,
      has: (id) => ids.has(id),
      toggle: (id) => {
        setIds(toggled(ids, id));
        setLast(id);
      },
      toggleTo: (id, order) => {
        setIds(new Set([...ids, ...between(order, last ?? id, id)]));
        setLast(id);
      },
      set: (chosen) => setIds(new Set(chosen)),
      clear: () => setIds(new Set()),
    }),
    [ids, last],
  );
}

export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The ids from one to another, both included, in the order given; the second alone when the first is not there. */
export function between(order: readonly string[], from: string, to: string): readonly string[] {
  const [start, end] = [order.indexOf(from), order.indexOf(to)];
  if (start < 0 || end < 0) return [to];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}
