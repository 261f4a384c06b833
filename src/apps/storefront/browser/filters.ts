import { all, first, isPlainClick, within } from './elements.ts';

/**
 * Applies filters as they are chosen: fetches the page the form would lead to and takes over its pieces, so
 * that the
 * server stays the only one that knows how a listing looks. Anything unexpected falls back to plain
 * navigation.
 */
export function startFilters(): void {
  const listing = first(document, '[data-listing]', HTMLElement);
  const form = first(document, 'form[data-filters]', HTMLFormElement);
  if (!listing || !form) return;
  const initialSort = sortOf(form);
  let request = new AbortController();

  const go = async (address: string, isBack = false) => {
    request.abort();
    request = new AbortController();
    listing.setAttribute('aria-busy', 'true');
    const page = await load(address, request.signal);
    if (page === 'overtaken') return;
    listing.removeAttribute('aria-busy');
    if (page === 'unusable') return location.assign(address);
    takeOver(listing, page.listing);
    document.title = page.title;
    if (!isBack) history.pushState(null, '', page.address);
  };

  document.addEventListener('change', (event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    if (field.form === form) go(addressOf(form, initialSort));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.matches(':popover-open')) form.hidePopover();
    go(addressOf(form, initialSort));
  });
  listing.addEventListener('click', (event) => {
    const link = within(event, 'a[data-filter-link]', HTMLAnchorElement);
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    go(link.href);
  });
  addEventListener('popstate', () => go(location.href, true));
}

/** Where the form leads, without the fields that say nothing: a tidy address is shared and cached better. */
function addressOf(form: HTMLFormElement, initialSort: string): string {
  const address = new URL(form.action);
  const isSorted = new URLSearchParams(location.search).has('sort');
  address.search = '';
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '') continue;
    if (name === 'sort' && value === initialSort && !isSorted) continue;
    address.searchParams.append(name, value);
  }
  return address.href;
}

function sortOf(form: HTMLFormElement): string {
  return String(new FormData(form).get('sort') ?? '');
}

type Loaded = { readonly listing: HTMLElement; readonly title: string; readonly address: string };

async function load(address: string, signal: AbortSignal): Promise<Loaded | 'overtaken' | 'unusable'> {
  try {
    const response = await fetch(address, { signal, headers: { accept: 'text/html' } });
    if (!response.ok) return 'unusable';
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const listing = first(page, '[data-listing]', HTMLElement);
    return listing ? { listing, title: page.title, address: response.url } : 'unusable';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'overtaken';
    if (error instanceof TypeError) return 'unusable';
    throw error;
  }
}

/** Puts the new page's pieces into this one; what is open stays open and the focus stays where it is. */
function takeOver(listing: HTMLElement, fresh: HTMLElement): void {
  const focused = document.activeElement?.id;
  const open = new Map(
    all(listing, '[data-facet]', HTMLDetailsElement).map((details) => [
      details.dataset['facet'],
      [details.open, details.lastElementChild?.scrollTop ?? 0] as const,
    ]),
  );
  for (const part of all(fresh, '[data-part]', HTMLElement)) {
    const old = first(listing, `[data-part="${part.dataset['part']}"]`, HTMLElement);
    old?.replaceChildren(...part.childNodes);
  }
  const sort = first(fresh, '#sort', HTMLSelectElement);
  const field = first(listing, '#sort', HTMLSelectElement);
  if (sort && field) field.value = sort.value;
  for (const details of all(listing, '[data-facet]', HTMLDetailsElement)) {
    const [isOpen, scrolled] = open.get(details.dataset['facet']) ?? [details.open, 0];
    details.open = isOpen;
    if (details.lastElementChild) details.lastElementChild.scrollTop = scrolled;
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}
