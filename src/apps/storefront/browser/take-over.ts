import { all, first } from './elements.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Puts the `[data-part]` pieces of a fresh page into this one. What somebody has typed or chosen meanwhile is newer than
 * the page and stays; so does the focus.
 */
export function takeOver(root: ParentNode, fresh: ParentNode): void {
  const focused = document.activeElement?.id;
  for (const part of all(fresh, '[data-part]', HTMLElement)) {
    const old = first(root, `[data-part="${part.dataset['part']}"]`, HTMLElement);
    if (!old) continue;
    const kept = new Map(controls(old).map((control) => [control.id, stateOf(control)]));
    old.replaceChildren(...part.childNodes);
    for (const control of controls(old)) restore(control, kept.get(control.id));
  }
  const again = focused ? document.getElementById(focused) : null;
  if (again && again !== document.activeElement) again.focus({ preventScroll: true });
}

/**
 * Whether a control says something else than the page that it came with: somebody was faster than the page's script, or
 * the browser has put back what stood there before.
 */
export function isChanged(control: Element): boolean {
  if (control instanceof HTMLSelectElement) {
    const asServed = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
    return control.selectedOptions[0] !== asServed;
  }
  if (!(control instanceof HTMLInputElement)) return false;
  if (/^(radio|checkbox)$/.test(control.type)) return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** The page that an answer holds. */
export function pageOf(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function controls(root: ParentNode): readonly Control[] {
  return [
    ...all(root, 'input', HTMLInputElement),
    ...all(root, 'select', HTMLSelectElement),
    ...all(root, 'textarea', HTMLTextAreaElement),
  ].filter(({ id }) => id !== '');
}

type State = { readonly value: string; readonly isChecked: boolean | undefined };

function stateOf(control: Control): State {
  const isBox = control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type);
  return { value: control.value, isChecked: isBox ? control.checked : undefined };
}

function restore(control: Control, state: State | undefined): void {
  if (!state) return;
  if (control instanceof HTMLInputElement && state.isChecked !== undefined) control.checked = state.isChecked;
  else control.value = state.value;
}
