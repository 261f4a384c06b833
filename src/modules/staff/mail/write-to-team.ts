import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import { tell } from '../../../platform/outbox/index.ts';
import type { Language } from '../member.ts';
import { insertMail } from '../store/mails.ts';
import type { TeamMail } from './model.ts';

/** Has a mail written to somebody of the team, sent after the commit of `tx`, once. */
export async function writeToTeam(
  tx: Tx,
  input: {
    readonly to: string;
    readonly language: Language;
    readonly model: TeamMail;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  const id = newId<'staff_mail'>();
  await insertMail(tx, { id, ...input });
  await tell(tx, 'staff.mail_written', { mailIds: [id] }, { isQuiet: true });
}
