import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiProblem } from '../../../platform/cockpit/api/index.ts';
import { sayFailed } from '../../../platform/cockpit/overlay/index.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

const MOST_TRIES = 2;

const client = new QueryClient({
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
      if (mutation.meta?.['isTold'] !== true) sayFailed(error);
    },
  }),
});

export function Cockpit() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" limit={4} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
