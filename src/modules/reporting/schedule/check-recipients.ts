import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { parseEmail } from '../../../platform/mail/index.ts';
import { readMember } from '../../staff/index.ts';
import { MOST_RECIPIENTS, type Recipient } from './schedule.ts';

type RecipientRefusal = Refusal<'no_recipients' | 'too_many' | 'invalid_recipient'>;

/** Each once, and as mail is sent to them. */
export async function checkRecipients(
  tx: Tx,
  given: readonly Recipient[],
): Promise<Result<readonly Recipient[], RecipientRefusal>> {
  if (given.length === 0) return refuse('no_recipients', 'somebody has to get it', 'recipients');
  if (given.length > MOST_RECIPIENTS) {
    return refuse('too_many', `at most ${MOST_RECIPIENTS} get it`, 'recipients');
  }
  const found = new Map<string, Recipient>();
  for (const [index, recipient] of given.entries()) {
    const checked = await checkRecipient(tx, recipient);
    if (checked === undefined) {
      return refuse(
        'invalid_recipient',
        'this is no mail address, and nobody of the team',
        `recipients[${index}]`,
      );
    }
    found.set(JSON.stringify(checked).toLowerCase(), checked);
  }
  return ok([...found.values()]);
}

async function checkRecipient(tx: Tx, recipient: Recipient): Promise<Recipient | undefined> {
  if (recipient.kind === 'member') return (await readMember(tx, recipient.memberId)) && recipient;
  const email = parseEmail(recipient.email);
  return email === undefined ? undefined : { kind: 'address', email };
}
