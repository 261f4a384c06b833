import { type Locale, money, moneyText } from '../../kernel/index.ts';
import type { Shop } from '../markets/index.ts';
import type { Letter, Letterhead } from './compose/blocks.ts';
import { toHtml } from './compose/to-html.ts';
import { toText } from './compose/to-text.ts';
import type { WrittenMail } from './mail.ts';
import type { MailKind, MailModels } from './model.ts';
import type { Pen } from './templates/template.ts';
import { TEMPLATES } from './templates/templates.ts';
import { wordsOf } from './words/words-of.ts';

/**
 * Writes a mail: the same model in the same language gives the same mail. Text in the model stays the text it is: it is
 * never read as HTML, and there is no language of templates that it could speak.
 */
export function writeMail<Kind extends MailKind>(
  kind: Kind,
  model: MailModels[Kind],
  { shop, locale }: { readonly shop: Shop; readonly locale: Locale },
): WrittenMail {
  return drawLetter(TEMPLATES[kind](model, penOf(shop, locale)), { shop, locale });
}

/** A letter as the shop sends it, in HTML and in plain text. */
export function drawLetter(
  letter: Letter,
  { shop, locale }: { readonly shop: Shop; readonly locale: Locale },
): WrittenMail {
  const head = letterheadOf(shop);
  // A line break in a subject would begin another header.
  const subject = letter.subject.replace(/\s+/g, ' ').trim();
  return { subject, html: toHtml({ ...letter, subject }, head, locale), text: toText(letter, head) };
}

function penOf(shop: Shop, locale: Locale): Pen {
  const moments = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'long', timeStyle: 'long', timeZone: shop.timeZone },
  });
  return {
    words: wordsOf(locale),
    shopName: shop.name,
    money: (minor, currency) => moneyText(money(minor, currency), locale),
    moment: (at) => moments.format(at.epochMilliseconds),
  };
}

function letterheadOf(shop: Shop): Letterhead {
  return {
    shopName: shop.name,
    shopUrl: shop.baseUrl,
    imprint: [shop.legalName, ...shop.postalAddress.split(/\r?\n/), shop.vatId].filter((line) => line !== ''),
    contact: [shop.email, shop.phone].filter((line) => line !== '').join(' · '),
  };
}
