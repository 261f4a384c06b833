import { useState } from 'react';
import { useGo, useShortcuts } from '../../../../platform/cockpit/state/index.ts';
import { useChoice } from '../../../../platform/cockpit/table/index.ts';
import { type Decision, may } from '../decision.ts';
import type { Acts } from './use-acts.ts';

/** What is pointed at, chosen, changed and rejected in the inbox, and the keys that do it. */
export function useInbox(order: readonly Decision[], acts: Acts) {
  const go = useGo();
  const choice = useChoice();
  const [pointed, setPointed] = useState<{ readonly id: string; readonly at: number }>();
  const [editing, setEditing] = useState<string>();
  const [rejecting, setRejecting] = useState<readonly Decision[]>([]);
  const [isHelp, setHelp] = useState(false);
  // What was changed may stand elsewhere now; what was decided is gone, and the next stands in its place.
  const known = order.findIndex(({ id }) => id === pointed?.id);
  const here = known >= 0 ? known : Math.max(0, Math.min(pointed?.at ?? 0, order.length - 1));
  const current = order[here];
  const chosen = order.filter(({ id }) => choice.has(id));
  const pointAt = (at: number) => {
    const there = order[at];
    if (there) setPointed({ id: there.id, at });
  };
  const move = (step: number) => pointAt(Math.max(0, Math.min(order.length - 1, here + step)));
  const approve = () => {
    if (chosen.length > 0) acts.decideAll('approve', chosen);
    else if (current && may(current, 'approve')) approveOne(current);
    choice.clear();
  };
  /** The next stands where this one stood when it was pointed at: an edit may have moved it since. */
  const leave = (decision: Decision) => {
    if (pointed?.id !== decision.id) pointAt(order.indexOf(decision));
  };
  const approveOne = (decision: Decision) => {
    leave(decision);
    acts.approve(decision);
  };
  const reject = (reason: string) => {
    const [first, ...others] = rejecting;
    if (first && others.length === 0) {
      leave(first);
      acts.reject(first, reason);
    } else acts.decideAll('reject', rejecting, reason);
    choice.clear();
  };
  const askWhyNot = () =>
    setRejecting(chosen.length > 0 ? chosen : current && may(current, 'reject') ? [current] : []);
  useShortcuts({
    ...{ j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1) },
    ...{ a: approve, r: askWhyNot, '?': () => setHelp(true), Escape: () => choice.clear() },
    e: () => {
      pointAt(here);
      setEditing(current && may(current, 'edit') ? current.id : undefined);
    },
    w: () => current && go(`/decisions/${current.id}`),
    x: () => current && choice.toggle(current.id),
  });
  const point = (decision: Decision) => pointAt(order.indexOf(decision));
  return {
    ...{ here, choice, current, chosen, point, approve, approveOne, reject, rejecting, setRejecting },
    ...{ editing, setEditing, isHelp, setHelp },
  };
}
