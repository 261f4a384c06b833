import type { Tx } from '../../../platform/database/index.ts';
import { textLines } from '../../../platform/html/index.ts';
import { findTerms, readPage, readPages } from '../../content/index.ts';
import type { Order } from '../../orders/index.ts';
import type { MailModels } from '../model.ts';

/**
 * The words of the terms that an order accepted, for the mail that keeps them for the shopper (Directive 2011/83/EU,
 * article 8 (7): on a durable medium, where a link is none: Court of Justice, C-49/11). `undefined` where the page was
 * changed on a later day than the order's: other words are not passed off as what was accepted.
 */
export async function readAcceptedTerms(
  tx: Tx,
  { termsVersion, locale }: Order,
): Promise<MailModels['order_confirmation']['terms']> {
  if (termsVersion === 'none') return undefined;
  const terms = findTerms(await readPages(tx));
  if (terms?.version !== termsVersion) return undefined;
  const page = await readPage(tx, { handle: terms.handle, locale });
  return page && { title: page.title, lines: textLines(page.bodyHtml) };
}
