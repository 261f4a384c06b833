import { first } from './elements.ts';
import { send } from './send.ts';

/**
 * Asks who has not decided yet whether this browser may be known again. Who objects by Global Privacy Control has
 * decided. Without scripts nobody is asked; the page of choices is there for all.
 */
export function startConsent(): void {
  const banner = first(document, '[data-consent]', HTMLElement);
  const form = banner && first(banner, 'form', HTMLFormElement);
  const hasDecided = /(?:^|;\s*)privacy=/.test(document.cookie);
  if (
    !banner ||
    !form ||
    hasDecided ||
    ('globalPrivacyControl' in navigator && navigator.globalPrivacyControl)
  )
    return;
  banner.hidden = false;
  form.addEventListener('submit', async (event) => {
    if (!(event.submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const { name, value } = event.submitter;
    const answer = await send(form, { [name]: value }, 'application/json');
    if (!answer?.isOk) return;
    banner.hidden = true;
    first(document, '#content', HTMLElement)?.focus({ preventScroll: true });
  });
}
