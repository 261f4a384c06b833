import { useRef, useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone, sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import { moneyOf } from '../../../../platform/cockpit/text/index.ts';
import type { Decision } from '../decision.ts';
import { decisionWords } from '../words.ts';

/** What decisions change is shown elsewhere too. */
const ABOUT = ['decisions', 'pricing', 'inventory', 'catalog', 'purchasing'];

type Which = Pick<Decision, 'id' | 'version'> & { readonly subject: Decision['subject'] };

/**
 * What a person does to decisions, each with the word that it is done, and the way back. What was decided is `leaving` at once,
 * before the shop has answered, and comes back where it could not be done: who decides does not wait.
 */
export function useActs() {
  const t = decisionWords();
  const [leaving, leave, comeBack] = useLeaving();
  /** What is said when it is done, by the decision. */
  const words = useRef(new Map<string, string>());
  const said = (id: string) => words.current.get(id) ?? '';
  const expect = (_client: unknown, { params: { id } }: { readonly params: { readonly id: string } }) => {
    leave([id]);
    return () => comeBack([id]);
  };
  const approving = useWrite('approveDecision', {
    ...{ about: ABOUT, expect },
    onDone: ({ id, acts }) => (acts.includes('undo') ? sayDone(said(id), () => undo(id)) : sayDone(said(id))),
  });
  const rejecting = useWrite('rejectDecision', {
    ...{ about: ABOUT, expect },
    onDone: ({ id }) => sayDone(said(id), () => reopen(id)),
  });
  const undoing = useWrite('undoDecision', { about: ABOUT, onDone: () => sayDone(t.undone) });
  const reopening = useWrite('reopenDecision', { about: ABOUT, onDone: ({ id }) => comeBack([id]) });
  const many = useWrite('decideMany', { about: ABOUT });
  const editing = useWrite('editDecision', { about: ABOUT, isTold: true });
  const undo = (id: string) => undoing.mutate({ params: { id } });
  const reopen = (id: string) => reopening.mutate({ params: { id } });
  return {
    leaving,
    isEditing: editing.isPending,
    isBusy: approving.isPending || rejecting.isPending || many.isPending,
    undo,
    reopen,
    approve: ({ id, version, subject, predicted }: Which & Pick<Decision, 'predicted'>) => {
      words.current.set(id, t.approved(subject.label, moneyOf(predicted.value)));
      approving.mutate({ params: { id }, body: { version } });
    },
    reject: ({ id, version, subject }: Which, reason: string) => {
      words.current.set(id, t.rejected(subject.label));
      rejecting.mutate({ params: { id }, body: { reason, version } });
    },
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

function useLeaving() {
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const leave = (ids: readonly string[]) => setLeaving((before) => new Set([...before, ...ids]));
  const comeBack = (ids: readonly string[]) =>
    setLeaving((before) => new Set([...before].filter((id) => !ids.includes(id))));
  return [leaving, leave, comeBack] as const;
}

export type Acts = ReturnType<typeof useActs>;
