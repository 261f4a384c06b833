import { useCallback, useEffect, useRef, useState } from 'react';

const PREFIX = 'institor draft ';
const KEPT_MS = 14 * 86_400_000;

/**
 * A value that survives a closed tab: what somebody typed and did not save. Kept in this browser for two weeks, under the
 * name of what it is about.
 *
 * @example
 * const [draft, keep, drop] = useDraft<ProductDraft>(`product ${id}`);
 */
export function useDraft<Value>(
  name: string,
): [draft: Value | undefined, keep: (value: Value) => void, drop: () => void] {
  const [draft, setDraft] = useState<Value | undefined>(() => read<Value>(name));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useCallback(
    (value: Value) => {
      setDraft(value);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write(name, value), 300);
    },
    [name],
  );
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    setDraft(undefined);
    localStorage.removeItem(PREFIX + name);
  }, [name]);
  useEffect(() => setDraft(read<Value>(name)), [name]);
  return [draft, keep, drop];
}

/** Removes drafts that nobody came back to. */
export function pruneDrafts(now: number = Date.now()): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX)) continue;
    const kept = parse(localStorage.getItem(key));
    if (kept === undefined || now - kept.at > KEPT_MS) localStorage.removeItem(key);
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify({ at: Date.now(), value }));
  } catch (error) {
    // A full store loses the draft of a closed tab, never what is on the screen.
    if (!(error instanceof DOMException)) throw error;
  }
}

function read<Value>(name: string): Value | undefined {
  return parse(localStorage.getItem(PREFIX + name))?.value as Value | undefined;
}

function parse(text: string | null): { readonly at: number; readonly value: unknown } | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as { at: number; value: unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
