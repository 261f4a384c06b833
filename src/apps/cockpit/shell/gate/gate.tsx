import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { type Session, SessionProvider } from '../../../../platform/cockpit/state/index.ts';
import { languageOf, writeIn } from '../../../../platform/cockpit/text/index.ts';
import { speak } from '../messages/words.ts';

/** Lets in who is signed in, in their language. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const session = useQuery({ queryKey: ['session'], queryFn: readSession, retry: false, staleTime: 60_000 });
  if (session.data) return <SessionProvider value={session.data}>{children}</SessionProvider>;
  if (session.error) return <ErrorState error={session.error} retry={() => void session.refetch()} />;
  return <LoadingState />;
}

async function readSession(): Promise<Session> {
  const answer = await fetch('/api/admin/v1/session');
  if (!answer.ok) throw new Error(`${answer.status}`);
  const { permissions, ...told } = await answer.json();
  const session: Session = { ...told, permissions: new Set(permissions) };
  const region =
    navigator.languages.find((tag) => tag.startsWith(session.member.language)) ?? session.member.language;
  writeIn({ language: session.member.language, region, timeZone: session.shop.timeZone });
  if (session.member.language !== languageOf(navigator.languages)) await speak(session.member.language);
  return session;
}
