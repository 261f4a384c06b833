import { orderWords } from '../words.ts';

/** Why a bank wants its money back, in words; providers know more reasons than we do, and those stay as they are. */
export function disputeReason(
  reason: string,
  named: Readonly<Record<string, string>> = orderWords().disputes.reasons,
): string {
  return named[reason.toLowerCase()] ?? reason.replaceAll('_', ' ');
}
