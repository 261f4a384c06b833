import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../platform/cockpit/state/index.ts';
import type { Scope } from '../scope.ts';

const WORDS = {
  en: async () => (await import('./messages/scopes/en.ts')).scopes,
  de: async () => (await import('./messages/scopes/de.ts')).scopes,
  fr: async () => (await import('./messages/scopes/fr.ts')).scopes,
  es: async () => (await import('./messages/scopes/es.ts')).scopes,
};

/** What a permission allows, in the language of the person; undefined until the words are there. */
export function useScopeWords(): (scope: Scope) => string | undefined {
  const { language } = useSession().member;
  const words = useQuery({
    queryKey: ['scope words', language],
    queryFn: WORDS[language],
    staleTime: Infinity,
  });
  return (scope) => words.data?.[scope];
}
