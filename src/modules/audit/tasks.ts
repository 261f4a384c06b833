import type { Cron, Job } from '../../platform/jobs/index.ts';
import { sealEntries } from './chain/seal-entries.ts';

const seal: Job<'audit.seal', undefined> = {
  name: 'audit.seal',
  parse: () => undefined,
  run: async ({ db, signal }) => {
    await sealEntries(db, signal);
  },
};

export const auditJobs: readonly Job[] = [seal];
export const auditCrons: readonly Cron[] = [{ name: 'audit.seal', schedule: '* * * * *', job: 'audit.seal' }];
