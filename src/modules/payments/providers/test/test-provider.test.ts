import { testDatabase } from '../../../../../test/database.ts';
import { testWorld } from '../../contract/test-world.ts';
import { describeProvider } from '../../provider-contract.ts';

const { db } = await testDatabase();
describeProvider('test provider', await testWorld(db));
