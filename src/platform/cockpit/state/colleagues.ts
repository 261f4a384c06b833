import { useRead } from '../api/queries.ts';

export type Colleague = { readonly id: string; readonly name: string; readonly isHere: boolean };

/**
 * Who works here or did: for mentions, and for the names of those who did something. `nameOf` takes an actor as the API
 * writes it (`staff:<id>`) and is undefined for programs, shoppers and the shop itself.
 */
export function useColleagues(): {
  readonly colleagues: readonly Colleague[];
  readonly nameOf: (actor: string) => string | undefined;
} {
  const team = useRead('listColleagues', {}, { about: ['staff'] });
  const colleagues = team.data?.items ?? [];
  return { colleagues, nameOf: (actor) => colleagues.find(({ id }) => actor === `staff:${id}`)?.name };
}
