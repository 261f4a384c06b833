import { after } from 'node:test';
import { testDatabase } from '../../../../../test/database.ts';
import { describeProvider } from '../../provider-contract.ts';
import { stripeWorld } from './fake/stripe-world.ts';

const { db } = await testDatabase();
const world = await stripeWorld(db, 'redirect');
after(() => world.fake.close());

describeProvider('Stripe’s hosted Checkout', world);
