import { startFakeWorldpay } from './server.ts';
import { TEST_ACCOUNT } from './worldpay-world.ts';

/**
 * A Worldpay to try the shop with: `node src/modules/payments/providers/worldpay/fake/main.ts [PORT]`. Prints where it is
 * and the credentials that it takes, as one line of JSON, and runs until it is ended.
 */
const [, , port = '0'] = process.argv;
const { origin } = await startFakeWorldpay({ ...TEST_ACCOUNT, port: Number(port) });
process.stdout.write(`${JSON.stringify({ origin, credentials: TEST_ACCOUNT })}\n`);
