import { all, first, within } from './elements.ts';
import { about, itemOf } from './items.ts';
import { tell } from './tell.ts';

const MOST = 48;

/** Tells of each list of products once somebody has it on the screen, and of the card that they open. */
export function watchLists(): void {
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      seen.unobserve(target);
      tellList(target);
    }
  });
  const known = new WeakSet<HTMLElement>();
  const look = () => {
    for (const list of all(document, 'ul.cards', HTMLElement)) {
      if (!known.has(list)) seen.observe(list);
      known.add(list);
    }
  };
  look();
  // Filters and "recently viewed" bring lists later.
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('click', (event) => {
    const card = within(event, 'a[href]', HTMLElement)?.closest('[data-item]');
    const list = card?.closest('ul.cards');
    if (!(card instanceof HTMLElement) || !(list instanceof HTMLElement)) return;
    const name = nameOf(list);
    const index = all(list, '[data-item]', HTMLElement).indexOf(card);
    tell('select_item', { item_list_name: name, ...about([itemOf(card, { index })]) });
  });
}

function tellList(list: HTMLElement): void {
  const cards = all(list, '[data-item]', HTMLElement).slice(0, MOST);
  if (cards.length === 0) return;
  const { value: _value, ...shown } = about(cards.map((card, index) => itemOf(card, { index })));
  tell('view_item_list', { item_list_name: nameOf(list), ...shown });
}

/** By the heading that it stands under. */
function nameOf(list: HTMLElement): string {
  const section = list.closest('section');
  const own = section && first(section, 'h2', HTMLElement);
  const heading = own && !list.contains(own) ? own : first(document, 'h1', HTMLElement);
  return (heading?.textContent ?? '').trim().slice(0, 100);
}
