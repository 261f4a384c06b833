import { useQueryClient } from '@tanstack/react-query';

/** Ends the session here and on the server; nothing that was read stays in the tab. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  return () => {
    void fetch('/api/admin/v1/session', { method: 'DELETE' }).then(() => {
      client.clear();
      location.assign('/cockpit');
    });
  };
}
