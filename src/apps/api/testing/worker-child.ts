// A process of its own for tests: a worker that does the API's long work until it is killed. SOCKET DATABASE FILES.
import { pino } from 'pino';
import { connect } from '../../../platform/database/index.ts';
import { folderStore } from '../../../platform/files/index.ts';
import { startWorker } from '../../../platform/jobs/index.ts';
import { adminJobs } from '../admin/long-work.ts';

const [socketFolder = '', database = '', folder = ''] = process.argv.slice(2);
await startWorker({
  connection: connect({ socketFolder, database }, 4),
  files: folderStore(folder),
  log: pino({ level: 'silent' }),
  ...{ jobs: adminJobs, reactions: [], crons: [] },
});
