import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone, sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import type { Decision } from '../decision.ts';
import { decisionWords } from '../words.ts';

/** What decisions change is shown elsewhere too. */
const ABOUT = ['decisions', 'pricing', 'inventory', 'catalog', 'purchasing'];

type Which = Pick<Decision, 'id' | 'version'> & { readonly subject: Decision['subject'] };

/** What a person does to decisions, each with the word that it is done, and the way back. */
export function useActs() {
  const t = decisionWords();
  const approving = useWrite('approveDecision', { about: ABOUT });
  const rejecting = useWrite('rejectDecision', { about: ABOUT });
  const undoing = useWrite('undoDecision', { about: ABOUT });
  const reopening = useWrite('reopenDecision', { about: ABOUT });
  const many = useWrite('decideMany', { about: ABOUT });
  const editing = useWrite('editDecision', { about: ABOUT, isTold: true });
  const undo = (id: string) => undoing.mutate({ params: { id } }, { onSuccess: () => sayDone(t.undone) });
  const reopen = (id: string) => reopening.mutate({ params: { id } });
  return {
    isEditing: editing.isPending,
    isBusy: approving.isPending || rejecting.isPending || many.isPending,
    undo,
    reopen,
    approve: (one: Which & Pick<Decision, 'predicted'>) => {
      const { id, version, subject, predicted } = one;
      const told = t.approved(subject.label, moneyOf(predicted.value));
      approving.mutate(
        { params: { id }, body: { version } },
        {
          onSuccess: (done) => (done.acts.includes('undo') ? sayDone(told, () => undo(id)) : sayDone(told)),
        },
      );
    },
    reject: ({ id, version, subject }: Which, reason: string) =>
      rejecting.mutate(
        { params: { id }, body: { reason, version } },
        { onSuccess: () => sayDone(t.rejected(subject.label), () => reopen(id)) },
      ),
    edit: (
      { id, version }: Pick<Decision, 'id' | 'version'>,
      fields: readonly { readonly key: string; readonly value: string }[],
      onDone: () => void,
    ) =>
      editing.mutate(
        { params: { id }, body: { fields: [...fields], version } },
        { onSuccess: onDone, onError: sayFailed },
      ),
    decideAll: (act: 'approve' | 'reject', all: readonly Which[], reason?: string) => {
      const decisions = all.map(({ id, version }) => ({ id, version }));
      const body = reason === undefined ? { act, decisions } : { act, decisions, reason };
      many.mutate(
        { body },
        {
          onSuccess: ({ done, refused }) => {
            sayDone(t.approvedMany(done.length));
            const [first] = refused;
            if (first) sayFailed(new Error(`${t.refusedMany(refused.length)}: ${first.message}`));
          },
        },
      );
    },
  };
}

export type Acts = ReturnType<typeof useActs>;
