import { useEffect, useState } from 'react';
import { gate } from '../../../../modules/staff/cockpit/index.ts';
import { onStepUp } from '../../../../platform/cockpit/api/index.ts';
import { Later } from './later.tsx';

type Answer = (isConfirmed: boolean) => void;

/** Where the API wants to know whether it is still the person: asked once for all that wait for it. */
export function StepUp() {
  const [waiting, setWaiting] = useState<readonly Answer[]>([]);
  useEffect(() => {
    onStepUp(() => new Promise((resolve) => setWaiting((others) => [...others, resolve])));
    return () => onStepUp(async () => false);
  }, []);
  if (waiting.length === 0) return null;
  const answer = (isConfirmed: boolean) => {
    for (const tell of waiting) tell(isConfirmed);
    setWaiting([]);
  };
  return <Later load={gate.stepUp}>{(Dialog) => <Dialog onAnswer={answer} />}</Later>;
}
