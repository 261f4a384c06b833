import type { Id } from '../../../kernel/index.ts';
import type { Language, MemberId } from '../member.ts';

export type InvitationId = Id<'invitation'>;

/** `first_owner`: of a shop that has none; `recovery`: somebody lost everything by which they signed in. */
export type LinkKind = 'first_owner' | 'invited' | 'recovery';

/** A way into the cockpit, once. */
export type Link = {
  readonly id: InvitationId;
  readonly kind: LinkKind;
  readonly email: string | undefined;
  readonly roles: readonly string[];
  readonly memberId: MemberId | undefined;
  readonly language: Language;
  readonly expiresAt: Temporal.Instant;
};

export const OWNER_LINK_HOURS = 24;
export const INVITATION_DAYS = 7;

/** After the shop's address. The token stands behind the #, which browsers send to nobody, so that no log has it. */
export function linkPath(token: string): string {
  return `/cockpit/welcome#${token}`;
}
