import { ok, type Result, refuse } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/id.ts';
import type { Answers } from '../question/question.ts';
import { checkRecipients } from '../schedule/check-recipients.ts';
import { countAlerts, deleteAlert, lockAlert, writeAlert } from '../store/alerts.ts';
import type { Alert, AlertId, AlertInput, AlertRefusal } from './alert.ts';
import { checkAlert } from './check-alert.ts';

const MOST_ALERTS = 100;

type Saver = { readonly by: string; readonly maySeeCosts: boolean; readonly now: Temporal.Instant };
type Deps = { readonly answers: Pick<Answers, 'about'> };

/** Has a number watched from now on: the last hour, day or week that is over is the first that is judged. */
export async function createAlert(
  tx: Tx,
  { answers }: Deps,
  input: AlertInput & Saver,
): Promise<Result<Alert, AlertRefusal>> {
  const checked = await checkInput(tx, answers, input);
  if (!checked.ok) return checked;
  if ((await countAlerts(tx)) >= MOST_ALERTS) {
    return refuse('too_many', `there are ${MOST_ALERTS} alerts already: remove one first`);
  }
  const { by, maySeeCosts, now } = input;
  const alert: Alert = {
    ...{
      ...checked.value,
      id: newId<'report_alert'>(),
      version: 1n,
      isMuted: false,
      snoozedUntil: undefined,
    },
    ...{ maySeeCosts, createdBy: by, createdAt: now, judgedTo: '', judgedAt: undefined, problem: '' },
  };
  await writeAlert(tx, alert);
  return ok(alert);
}

/** Makes it another one. An episode that goes on is ended by the new rule, when that says so. */
export async function changeAlert(
  tx: Tx,
  { answers }: Deps,
  input: AlertInput & Saver & { readonly id: AlertId; readonly version: bigint },
): Promise<Result<Alert, AlertRefusal>> {
  const known = await lockAlert(tx, input.id);
  if (known === undefined) return NOT_FOUND;
  if (known.version !== input.version) {
    return refuse('version_changed', 'somebody else has changed it meanwhile: load it anew', 'version');
  }
  const checked = await checkInput(tx, answers, input);
  if (!checked.ok) return checked;
  // Hours are not named as days are: another grain begins anew.
  const judgedTo = checked.value.grain === known.grain ? known.judgedTo : '';
  const { maySeeCosts } = input;
  const alert = { ...known, ...checked.value, maySeeCosts, judgedTo, version: known.version + 1n };
  await writeAlert(tx, alert);
  return ok(alert);
}

/**
 * Says nothing until then, or nothing at all until it is said otherwise; judging goes on. `until` in the past, or none: as
 * loud as before.
 */
export async function quietAlert(
  tx: Tx,
  input: { readonly id: AlertId; readonly isMuted: boolean; readonly until: Temporal.Instant | undefined },
): Promise<Result<Alert, AlertRefusal>> {
  const known = await lockAlert(tx, input.id);
  if (known === undefined) return NOT_FOUND;
  const alert = { ...known, isMuted: input.isMuted, snoozedUntil: input.until, version: known.version + 1n };
  await writeAlert(tx, alert);
  return ok(alert);
}

/** Forgets it with its past. */
export async function removeAlert(tx: Tx, id: AlertId): Promise<Result<undefined, AlertRefusal>> {
  return (await deleteAlert(tx, id)) ? ok(undefined) : NOT_FOUND;
}

async function checkInput(
  tx: Tx,
  answers: Pick<Answers, 'about'>,
  input: AlertInput & Saver,
): Promise<Result<AlertInput, AlertRefusal>> {
  const checked = checkAlert(answers, input);
  if (!checked.ok) return checked;
  // Where other programs are told, nobody has to be.
  if (input.recipients.length === 0 && input.hasWebhooks) return checked;
  const recipients = await checkRecipients(tx, input.recipients);
  return recipients.ok ? ok({ ...checked.value, recipients: recipients.value }) : recipients;
}

const NOT_FOUND = refuse('not_found', 'there is no such alert', 'id');
