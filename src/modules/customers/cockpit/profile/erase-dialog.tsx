import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useGo } from '../../../../platform/cockpit/state/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import { Dialog } from './dialog.tsx';

/** Forgets a person (GDPR, article 17). */
export function EraseDialog({
  desk,
  onClose,
}: {
  readonly desk: CustomerDesk;
  readonly onClose: () => void;
}) {
  const t = customerWords().profile;
  const go = useGo();
  const erase = useWrite('eraseCustomer', {
    about: ['customers'],
    onDone: () => {
      sayDone(t.erased);
      go('/customers');
    },
  });
  return (
    <Dialog
      title={t.eraseTitle}
      about={t.eraseText}
      verb={t.erase}
      isBusy={erase.isPending}
      isDangerous
      error={erase.error}
      onDo={() => erase.mutate({ params: { id: desk.customer.id }, body: { isConfirmed: true } })}
      onClose={onClose}
    />
  );
}
