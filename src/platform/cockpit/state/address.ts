import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { queryOf } from './query-text.ts';

type Query = Readonly<Record<string, unknown>>;

/**
 * The query of the address as the state of a screen: reading it and changing parts of it. An empty value leaves the address.
 *
 * @example
 * const [query, change] = useAddress();
 * change({ state: 'paid', cursor: undefined });
 */
export function useAddress(): [Query, (parts: Query, how?: { readonly isStep?: boolean }) => void] {
  const query = useSearch({ strict: false }) as Query;
  const navigate = useNavigate();
  const change = (parts: Query, { isStep = false } = {}) => {
    const next = Object.entries({ ...query, ...parts }).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    );
    void navigate({
      to: '.',
      search: Object.fromEntries(next),
      replace: !isStep,
      resetScroll: false,
    } as never);
  };
  return [query, change];
}

/** Shows the same screen with another query, given as text: a kept view. */
export function useShowQuery(): (text: string) => void {
  const navigate = useNavigate();
  return (text) => void navigate({ to: '.', search: queryOf(text), resetScroll: false } as never);
}

/** Goes to an address below `/cockpit`. */
export function useGo(): (path: string) => void {
  const router = useRouter();
  return (path) => router.history.push(`/cockpit${path}`);
}

/** One text of the query; empty when it is not there. */
export function textIn(query: Query, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The texts of the query under one name. */
export function textsIn(query: Query, name: string): readonly string[] {
  const value = query[name];
  return Array.isArray(value)
    ? value.map(String)
    : value === undefined || value === ''
      ? []
      : [String(value)];
}
