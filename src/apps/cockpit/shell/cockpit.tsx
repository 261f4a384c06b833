import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiProblem } from '../../../platform/cockpit/api/index.ts';
import { DesksProvider } from '../../../platform/cockpit/desk/index.ts';
import { sayFailed } from '../../../platform/cockpit/overlay/index.ts';
import { DESKS } from './desks.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

const MOST_TRIES = 2;

const client: QueryClient = new QueryClient({
  // Whose session was ended elsewhere learns it from whatever was asked next: the gate asks who it is.
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (isSignedOut(error) && queryKey[0] !== 'session') askWhoItIs();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => count < MOST_TRIES && error instanceof ApiProblem && error.isPassing,
    },
  },
  // A form that shows by itself what was wrong says so (`isTold`).
  mutationCache: new MutationCache({
    onError: (error, _sent, _context, mutation) => {
      if (isSignedOut(error)) askWhoItIs();
      else if (mutation.meta?.['isTold'] !== true) sayFailed(error);
    },
  }),
});

function isSignedOut(error: Error): boolean {
  return error instanceof ApiProblem && error.problem.status === 401;
}

function askWhoItIs(): void {
  void client.invalidateQueries({ queryKey: ['session'] });
}

export function Cockpit() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Notifications position="top-center" limit={4} />
        <DesksProvider value={DESKS}>
          <RouterProvider router={router} />
        </DesksProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
