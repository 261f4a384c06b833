// Run by once.test.ts: sends one request and is killed inside it, after the effect and before the answer is kept.
import { connect } from '../../database/index.ts';
import { aShelf } from './a-shelf-api.ts';

const [socketFolder = '', database = '', path = '', key = '', title = ''] = process.argv.slice(2);
const { db } = connect({ socketFolder, database });
const server = await aShelf(db, {
  afterEffect: async () => {
    process.kill(process.pid, 'SIGKILL');
    // The signal is on its way: nothing may happen until it is there.
    await new Promise(() => undefined);
  },
});
await server.inject({
  method: 'POST',
  url: `/api/shelf/v1/${path}`,
  payload: { title, price: { amount: '1.00', currency: 'EUR' }, pages: 1 },
  headers: { authorization: 'Bearer writer', 'idempotency-key': key, 'content-type': 'application/json' },
});
