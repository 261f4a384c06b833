import { orderWords } from '../words.ts';

/** Why a bank wants its money back, in words; providers know more reasons than we do, and those stay as they are. */
export function disputeReason(reason: string): string {
  const { reasons } = orderWords().disputes;
  const named: Readonly<Record<string, string>> = reasons;
  return named[reason.toLowerCase()] ?? reason.replaceAll('_', ' ');
}
