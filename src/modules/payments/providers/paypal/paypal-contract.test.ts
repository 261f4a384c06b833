import { after } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { describeProvider } from '../../provider-contract.ts';
import { paypalWorld } from './fake/paypal-world.ts';

const { db } = await testDatabase();
const world = await paypalWorld(db);
after(() => world.fake.close());

describeProvider('PayPal', world);
