import { all, first, isPlainClick, within } from './elements.ts';

/** Thumbnails that follow the strip, and the closer look in a dialog with steps by button and arrow key. */
export function startGallery(): void {
  const gallery = first(document, '[data-gallery]', HTMLElement);
  if (!gallery) return;
  followStrip(gallery);
  startZoom(gallery);
}

/**
 * Brings the picture of a variant into view: by scrolling a strip, by putting it first where all stand side
 * by side.
 */
export function showPicture(assetId: string): void {
  const strip = first(document, '.strip', HTMLElement);
  const item = strip && all(strip, 'li', HTMLElement).find((each) => each.dataset['asset'] === assetId);
  if (!strip || !item) return;
  if (strip.scrollWidth > strip.clientWidth + 1) scrollTo(strip, item);
  else strip.prepend(item);
}

function scrollTo(strip: HTMLElement, item: HTMLElement): void {
  strip.scrollTo({ left: item.offsetLeft - strip.offsetLeft });
}

function followStrip(gallery: HTMLElement): void {
  const strip = first(gallery, '.strip', HTMLElement);
  const thumbnails = all(gallery, '.thumbnails a', HTMLAnchorElement);
  if (!strip || thumbnails.length === 0) return;
  const itemOf = (thumbnail: HTMLAnchorElement) => first(strip, thumbnail.hash, HTMLElement);
  gallery.addEventListener('click', (event) => {
    const thumbnail = within(event, '.thumbnails a', HTMLAnchorElement);
    const item = thumbnail && itemOf(thumbnail);
    if (!item || !isPlainClick(event)) return;
    event.preventDefault();
    scrollTo(strip, item);
  });
  const mark = (id: string) => {
    for (const thumbnail of thumbnails) {
      if (thumbnail.hash === `#${id}`) thumbnail.setAttribute('aria-current', 'true');
      else thumbnail.removeAttribute('aria-current');
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) mark(entry.target.id);
    },
    { root: strip, threshold: 0.6 },
  );
  for (const item of all(strip, 'li', HTMLElement)) observer.observe(item);
}

function startZoom(gallery: HTMLElement): void {
  const dialog = first(gallery, '[data-zoom-dialog]', HTMLDialogElement);
  const place = dialog && first(dialog, '[data-zoom-picture]', HTMLElement);
  if (!dialog || !place) return;
  let shown = 0;
  const links = () => all(gallery, '[data-zoom]', HTMLAnchorElement);
  const show = (index: number) => {
    const count = links().length;
    shown = (index + count) % count;
    const link = links()[shown];
    if (!link) return;
    const picture = new Image();
    picture.src = link.href;
    picture.alt = first(link, 'img', HTMLImageElement)?.alt ?? '';
    picture.addEventListener('click', () => picture.classList.toggle('is-close'));
    place.replaceChildren(picture);
  };
  gallery.addEventListener('click', (event) => {
    const link = within(event, '[data-zoom]', HTMLAnchorElement);
    const step = within(event, '[data-zoom-step]', HTMLElement);
    if (step) show(shown + Number(step.dataset['zoomStep']));
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    show(links().indexOf(link));
    dialog.showModal();
  });
  for (const step of all(dialog, '[data-zoom-step]', HTMLElement)) step.hidden = links().length < 2;
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight') show(shown + 1);
    if (event.key === 'ArrowLeft') show(shown - 1);
  });
}
