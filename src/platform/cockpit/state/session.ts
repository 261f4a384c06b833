import { createContext, useCallback, useContext } from 'react';
import type { ApiMoney } from '../text/format.ts';
import type { Language } from '../text/language.ts';

/** Who is signed in, and what they may do. */
export type Session = {
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  };
  readonly permissions: ReadonlySet<string>;
  /** The most of one act, by permission. */
  readonly limits: Readonly<Record<string, ApiMoney>>;
  readonly shop: {
    readonly name: string;
    /** The first currency of the shop: what it counts in. */
    readonly currency: string;
    readonly timeZone: string;
    readonly storefront: string;
  };
};

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new TypeError('nobody is signed in here');
  return session;
}

/** Whether the person may: `useMay()('orders:refund')`. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useSession();
  return useCallback((permission) => permission === 'public' || permissions.has(permission), [permissions]);
}
