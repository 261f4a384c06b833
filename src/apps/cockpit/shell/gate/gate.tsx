import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { gate } from '../../../../modules/staff/cockpit/index.ts';
import { ApiProblem } from '../../../../platform/cockpit/api/index.ts';
import { ErrorState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { SessionProvider } from '../../../../platform/cockpit/state/index.ts';
import { Later } from './later.tsx';
import { readSession } from './read-session.ts';
import { StepUp } from './step-up.tsx';

/** Lets in who is signed in, in their language; asks everybody else who they are, where they wanted to go. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const isWelcome = useRouterState({ select: ({ location }) => location.pathname.endsWith('/welcome') });
  const session = useQuery({
    ...{ queryKey: ['session'], queryFn: readSession, retry: false, staleTime: 60_000 },
    meta: { about: ['staff'] },
    enabled: !isWelcome,
  });
  if (isWelcome) {
    return (
      <Later load={gate.welcome}>
        {(Screen) => <Screen onSignedIn={() => location.assign('/cockpit')} />}
      </Later>
    );
  }
  const { error } = session;
  if (error instanceof ApiProblem && error.problem.status === 401) {
    const enter = () => {
      client.clear();
      void session.refetch();
    };
    return <Later load={gate.signIn}>{(Screen) => <Screen onSignedIn={enter} />}</Later>;
  }
  if (session.data) {
    return (
      <SessionProvider value={session.data}>
        {children}
        <StepUp />
      </SessionProvider>
    );
  }
  return error ? <ErrorState error={error} retry={() => void session.refetch()} /> : <LoadingState />;
}
