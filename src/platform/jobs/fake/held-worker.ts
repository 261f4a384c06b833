// A process of its own for tests: a worker that takes one job, says so, and never ends it.
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { connect } from '../../database/index.ts';
import { folderStore } from '../../files/index.ts';
import { startWorker } from '../index.ts';

const [socketFolder = '', database = ''] = process.argv.slice(2);
await startWorker({
  connection: connect({ socketFolder, database }, 3),
  files: folderStore(tmpdir()),
  log: pino({ level: 'silent' }),
  jobs: [
    {
      name: 'test.held',
      parse: (payload) => payload,
      run: () => {
        process.stdout.write('taken\n');
        return new Promise(() => undefined);
      },
    },
  ],
  reactions: [],
  crons: [],
});
