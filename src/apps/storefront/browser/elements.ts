/** The elements under `root` that match and are of the wanted kind. */
export function all<Kind extends Element>(
  root: ParentNode,
  selector: string,
  kind: new () => Kind,
): readonly Kind[] {
  const isKind = (element: Element): element is Kind => element instanceof kind;
  return [...root.querySelectorAll(selector)].filter(isKind);
}

/** The first of them, or nothing. */
export function first<Kind extends Element>(
  root: ParentNode,
  selector: string,
  kind: new () => Kind,
): Kind | undefined {
  return all(root, selector, kind)[0];
}

/** The element of this selector that an event came from or through. */
export function within<Kind extends Element>(
  event: Event,
  selector: string,
  kind: new () => Kind,
): Kind | undefined {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof kind ? found : undefined;
}

/** A click that means "follow", not "open in another tab". */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
