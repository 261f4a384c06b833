import { createContext, useContext } from 'react';
import type { Desk } from './desk.ts';

const DesksContext = createContext<readonly Desk[]>([]);

/** Tells screens which desks there are: those that list desks cannot import the list, which leads to them. */
export const DesksProvider = DesksContext.Provider;

/** Every desk of the cockpit, in the order of the navigation. */
export function useDesks(): readonly Desk[] {
  return useContext(DesksContext);
}
