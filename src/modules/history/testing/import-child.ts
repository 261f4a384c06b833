// A process of its own that does one import, for the test that kills it: SOCKET DATABASE FILE.
import { connect } from '../../../platform/database/index.ts';
import { importOrders } from '../index.ts';
import { PLAIN } from './plain.ts';

const [socketFolder = '', database = '', path = ''] = process.argv.slice(2);
const connection = connect({ socketFolder, database }, 2);
await importOrders(connection, {
  ...{ path, fileName: 'x.csv', mapping: PLAIN, isDryRun: false, now: Temporal.Now.instant() },
  onRows: (rows) => process.stdout.write(`${rows}\n`),
});
await connection.close();
