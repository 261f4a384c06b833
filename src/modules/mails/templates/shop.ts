import type { MailModels } from '../model.ts';
import { facts, text, title } from './order-parts.ts';
import type { Template } from './template.ts';

/** To whoever owns the shop: something of the payment pages wants to be looked at. */
export const pagesChanged: Template<MailModels['pages_changed']> = ({ findings }, pen) => {
  const said = pen.words.pagesChanged;
  return {
    subject: said.subject(findings.length, pen.shopName),
    preview: said.body,
    blocks: [
      title(said.title),
      text(said.body),
      ...facts(
        findings.map(({ change, page, kind, subject, was, is }) => ({
          label: said.changes[change],
          lines: [
            [page, kind, subject].filter((part) => part !== '').join(' · '),
            ...(was === '' ? [] : [said.was(was)]),
            ...(is === '' ? [] : [said.is(is)]),
          ],
        })),
      ),
      text(said.yours),
      text(said.notYours),
    ],
  };
};
