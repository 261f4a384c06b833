import { after } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { describeProvider } from '../../provider-contract.ts';
import { worldpayWorld } from './fake/worldpay-world.ts';

const { db } = await testDatabase();
const world = await worldpayWorld(db, 'in_page');
after(() => world.fake.close());

describeProvider('Worldpay in the page', world);
