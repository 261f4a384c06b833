import type { Cron, Job } from '../../platform/jobs/index.ts';
import type { Reaction } from '../../platform/outbox/index.ts';
import { mailWrittenReaction, sendTeamMailJob, type TeamMailDeps } from './mail/send.ts';
import { deleteOldAttempts } from './store/attempts.ts';
import { deleteOldChallenges } from './store/challenges.ts';
import { deleteOldMails } from './store/mails.ts';
import { deleteEndedSessions } from './store/sessions.ts';

const FORGET = 'staff.forget_expired';
const MAIL_DAYS = 90;

const forgetJob: Job<typeof FORGET, undefined> = {
  name: FORGET,
  parse: () => undefined,
  run: async ({ db, now }) => {
    await deleteOldChallenges(db, now);
    await deleteEndedSessions(db, now);
    await deleteOldAttempts(db, now);
    await deleteOldMails(db, now.subtract({ hours: 24 * MAIL_DAYS }));
  },
};

/** The staff's work for the worker; mails to the team go through the mail server, so it is made where that is wired. */
export function staffJobs(deps: TeamMailDeps): readonly Job[] {
  return [sendTeamMailJob(deps), forgetJob];
}

export const staffReactions: readonly Reaction[] = [mailWrittenReaction];

/** Each hour: challenges, ended sessions, old tries and mails. */
export const staffCrons: readonly Cron[] = [
  { name: 'staff.forget_expired_hourly', schedule: '41 * * * *', job: FORGET },
];
