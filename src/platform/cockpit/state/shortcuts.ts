import { useEffect } from 'react';

/** Keys and what they do: `{ j: next, k: before, 'g o': toOrders, Escape: close }`. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const FOLLOWS_WITHIN_MS = 1_200;

/** Hears single keys and two after each other while nobody is typing. `mod+` is Ctrl or ⌘, and is heard while typing too. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    let before = { key: '', at: 0 };
    const hear = (event: KeyboardEvent) => {
      const pressed = nameOf(event);
      if (event.defaultPrevented || (isTyping(event.target) && !pressed.startsWith('mod+'))) return;
      const isSecond = event.timeStamp - before.at < FOLLOWS_WITHIN_MS;
      const both = isSecond ? shortcuts[`${before.key} ${pressed}`] : undefined;
      const found = both ?? shortcuts[pressed];
      before = { key: pressed, at: event.timeStamp };
      if (found === undefined) return;
      event.preventDefault();
      found(event);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [shortcuts]);
}

function nameOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : event.altKey ? 'alt+' : '';
  return mod + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
