import { Button } from '@mantine/core';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { todayWords } from './words.ts';

/** Tries again what was given up, in place. */
export function RetryButton({ id }: { readonly id: string }) {
  const may = useMay();
  const t = todayWords();
  const retry = useWrite('retryDeadLetter', { about: ['system', 'work', 'orders'] });
  if (!may('system:write')) return null;
  return (
    <Button
      size="compact-xs"
      variant="light"
      loading={retry.isPending}
      onClick={() => retry.mutate({ params: { id } })}
    >
      {t.retry}
    </Button>
  );
}
