import { after } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { describeProvider } from '../../provider-contract.ts';
import { worldpayWorld } from './fake/worldpay-world.ts';

const { db } = await testDatabase();
const world = await worldpayWorld(db, 'redirect');
after(() => world.fake.close());

describeProvider('Worldpay’s hosted page', world);
