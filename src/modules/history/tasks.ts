import type { Connection } from '../../platform/database/index.ts';
import type { Cron, Job } from '../../platform/jobs/index.ts';
import { forgetUploads } from './desk/forget-uploads.ts';
import { historyImportJob } from './desk/import-work.ts';

const FORGET = 'history.forget_uploads';

const forgetOld: Job<typeof FORGET, undefined> = {
  name: FORGET,
  parse: () => undefined,
  run: (context) => forgetUploads(context, context),
};

export function historyJobs(connection: Pick<Connection, 'pool' | 'db'>): readonly Job[] {
  return [historyImportJob(connection), forgetOld];
}

export const historyCrons: readonly Cron[] = [
  { name: 'history.forget_uploads_each_hour', schedule: '25 * * * *', job: FORGET },
];
