export { type Mailbox, parseMailbox } from './mailbox.ts';
export {
  type MailRefusal,
  type MailTransport,
  type OutgoingMail,
  openMailTransport,
} from './transport.ts';
