import type { Locale } from '../../kernel/index.ts';
import type { Letter } from '../mails/index.ts';
import { WAITLIST_LIMITS } from './wait.ts';
import { wordsOf } from './words.ts';

export type BackInStock = {
  readonly title: string;
  /** `Red, M`; '' for a product without options. */
  readonly options: string;
  readonly productUrl: string;
  /** Takes the address off every list that it is still on. */
  readonly leaveUrl: string;
};

/** The one mail that was asked for: it says what is back and why it came, and advertises nothing. */
export function backInStockLetter(locale: Locale, goods: BackInStock): Letter {
  const words = wordsOf(locale);
  return {
    subject: words.subject(goods.title),
    preview: words.body,
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'text', text: words.body },
      { kind: 'items', items: [{ title: goods.title, detail: goods.options, amount: '' }] },
      { kind: 'button', label: words.action, href: goods.productUrl },
      { kind: 'text', text: words.turn(WAITLIST_LIMITS.turnHours) },
      { kind: 'small', text: words.why, link: { label: words.leave, href: goods.leaveUrl } },
    ],
  };
}
