// The other process in launcher.test.ts: uses the server in the folder of its first argument until it is told to stop.
import { createInterface } from 'node:readline';
import pg from 'pg';
import { clientConfig, startEmbedded } from '../index.ts';

const server = await startEmbedded({ folder: process.argv[2] ?? '' });
const client = new pg.Client(clientConfig(server.address));
await client.connect();
await client.query('create table if not exists kept (n int)');
await client.query('insert into kept values (1)');
console.log('ready');
for await (const line of createInterface(process.stdin)) {
  if (line === 'insert') {
    await client.query('insert into kept values (2)');
    console.log('inserted');
  }
  if (line === 'stop') break;
}
await client.end();
await server.stop();
process.exit(0);
