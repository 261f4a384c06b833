import { refuse } from '../../../../kernel/index.ts';
import { readLocations, saveLocation } from '../../../../modules/inventory/index.ts';
import type { Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import type { locationEndpoints } from '../contract/locations.ts';
import type { AdminDeps } from '../deps.ts';

export function locationHandlers({ db, reads }: AdminDeps): Handlers<typeof locationEndpoints> {
  return {
    listLocations: async ({ query }) =>
      pageOfAll('locations', query, await readLocations(reads), {
        keyOf: ({ code }) => code,
        itemOf: (location) => location,
      }),
    createLocation: ({ body: { country, ...body }, tx }) => saveLocation(tx, { ...body, country }),
    changeLocation: async ({ params: { id }, body: { country, ...body } }) => {
      if (!(await readLocations(reads)).some((one) => one.id === id)) {
        return refuse('not_found', `no location has the id ${id}`, 'id');
      }
      return transactOrRefuse(db, (tx) => saveLocation(tx, { ...body, country, id }));
    },
  };
}
