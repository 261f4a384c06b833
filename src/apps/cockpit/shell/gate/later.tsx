import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { gate } from '../../../../modules/staff/cockpit/index.ts';
import { ErrorState, LoadingState } from '../../../../platform/cockpit/page/index.ts';
import { languageOf } from '../../../../platform/cockpit/text/index.ts';

/** Loads a part of the gate with its words; nobody who is signed in waits for it. */
export function Later<Props>(props: {
  readonly load: () => Promise<ComponentType<Props>>;
  readonly children: (Loaded: ComponentType<Props>) => ReactNode;
}) {
  const { load, children } = props;
  const loaded = useQuery({
    queryKey: ['gate', load.toString()],
    queryFn: async () => {
      await gate.speak(languageOf([document.documentElement.lang]));
      // A component is a function, which a query's answer may be when it is held by an object.
      return { Loaded: await load() };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (loaded.data) return children(loaded.data.Loaded);
  return loaded.error ? (
    <ErrorState error={loaded.error} retry={() => void loaded.refetch()} />
  ) : (
    <LoadingState />
  );
}
