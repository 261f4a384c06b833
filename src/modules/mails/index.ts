import './events.ts';

export type { Block, Figure, Letter, TableRow } from './compose/blocks.ts';
export type {
  LetterKind,
  Mail,
  MailFile,
  MailId,
  MailPicture,
  MailRow,
  MailState,
  WrittenMail,
} from './mail.ts';
export { type MailboxPage, readMail, readMailbox } from './mailbox.ts';
export type { AboutOrder, AgreedOrder, MailKind, MailLine, MailModels, MailTotals } from './model.ts';
export { previewMail } from './preview-mail.ts';
export { type LetterToQueue, letterAsMail, queueLetter, withPictures } from './queue-letter.ts';
export { type MailToQueue, queueMail } from './queue-mail.ts';
export { type LinkDeps, linksTo } from './reactions/links.ts';
export { sendExample } from './send-example.ts';
export { type MailDeps, mailsCrons, mailsJobs, mailsReactions } from './tasks.ts';
export { isMailKind, MAIL_KINDS } from './templates/templates.ts';
export { MAIL_LANGUAGES } from './words/words-of.ts';
export { writeMail } from './write-mail.ts';
