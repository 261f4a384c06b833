import { type KeyboardEvent, useMemo, useState } from 'react';
import { useShortcuts } from '../state/shortcuts.ts';
import type { Choice } from './choice.ts';

type RowKeys = {
  readonly ids: readonly string[];
  readonly choice: Choice | undefined;
  readonly scrollTo: (index: number) => void;
  readonly open: (index: number) => void;
};

/** Walking rows by keyboard: j and k or arrows, Enter to open, x to choose, Shift+x up to here, Escape to let go. */
export function useRowKeys({ ids, choice, scrollTo, open }: RowKeys) {
  const [at, setAt] = useState(-1);
  const place = Math.min(at, ids.length - 1);
  const move = (to: number) => {
    const next = Math.max(0, Math.min(ids.length - 1, to));
    setAt(next);
    scrollTo(next);
  };
  const id = ids[place];
  const shortcuts = useMemo(
    () => ({
      j: () => move(place + 1),
      k: () => move(place - 1),
      ...(id !== undefined && {
        o: () => open(place),
        ...(choice && {
          x: (event: globalThis.KeyboardEvent) =>
            event.shiftKey ? choice.toggleTo(id, ids) : choice.toggle(id),
        }),
      }),
      ...(choice && choice.ids.size > 0 && { Escape: () => choice.clear() }),
    }),
    [place, id, choice, ids, open],
  );
  useShortcuts(shortcuts);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(place + 1),
      ArrowUp: () => move(place - 1),
      Enter: () => open(place),
      Home: () => move(0),
      End: () => move(ids.length - 1),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return { at: place, frame: { onKeyDown } };
}
