export { checkMailServer } from './check-server.ts';
export { type Mailbox, parseMailbox } from './mailbox.ts';
export { parseEmail } from './parse-email.ts';
export {
  type MailRefusal,
  type MailTransport,
  type OutgoingMail,
  openMailTransport,
} from './transport.ts';
