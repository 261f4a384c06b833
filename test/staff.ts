import { expectOk } from '../src/kernel/index.ts';
import {
  acceptLink,
  firstOwnerLink,
  invite,
  listMembers,
  type MemberId,
  offerFirstPasskey,
  type SignedIn,
} from '../src/modules/staff/index.ts';
import type { RelyingParty } from '../src/platform/auth/index.ts';
import type { Db } from '../src/platform/database/index.ts';
import { withKeys } from '../src/platform/secrets/index.ts';
import { fakeAuthenticator } from './authenticator.ts';

export const RELYING_PARTY: RelyingParty = {
  ...{ id: 'shop.example', name: 'Shop', origin: 'https://shop.example' },
};
export const STAFF_SECRETS = withKeys([Buffer.alloc(32, 5)]);
export const FIREFOX = { ip: '203.0.113.7', userAgent: 'Firefox/143.0 (Linux)' };

export type StaffMember = SignedIn & { readonly key: ReturnType<typeof fakeAuthenticator> };

/** The token behind the # of a link. */
export const tokenOfLink = (path: string | undefined): string => path?.split('#')[1] ?? '';

let people = 0;

/** Somebody of the team with a passkey, signed in: the owner the first time, then whom the owner invites. */
export async function aMember(
  db: Db,
  now: Temporal.Instant,
  roles: readonly string[] = ['owner'],
): Promise<StaffMember> {
  people += 1;
  const email = `member${people}@team.example`;
  const owner = (await listMembers(db)).find((member) => member.roles.includes('owner'));
  const path = owner
    ? await invitationFor(db, { email, roles, by: owner.id, now })
    : await db.transaction().execute((tx) => firstOwnerLink(tx, { now }));
  return joinByPasskey(db, { path, email, name: `Member ${people}`, now });
}

/** Comes by a link and makes a passkey. */
export async function joinByPasskey(
  db: Db,
  input: {
    readonly path: string | undefined;
    readonly email: string;
    readonly name: string;
    readonly now: Temporal.Instant;
  },
): Promise<StaffMember> {
  const { email, name, now } = input;
  const token = tokenOfLink(input.path);
  const relyingParty = RELYING_PARTY;
  const { options, challengeToken } = expectOk(
    await offerFirstPasskey(db, { token, name, email, relyingParty, now }),
  );
  const handle = Buffer.from(options.user.id, 'base64url').toString();
  const key = fakeAuthenticator(relyingParty, handle);
  const { signedIn } = expectOk(
    await acceptLink(
      { db, secrets: STAFF_SECRETS },
      {
        ...{ token, name, email, relyingParty, now, browser: FIREFOX, language: 'en' },
        credential: {
          ...{ kind: 'passkey', challengeToken, passkeyName: 'Laptop' },
          response: key.make(options),
        },
      },
    ),
  );
  return { ...signedIn, key };
}

export async function invitationFor(
  db: Db,
  input: {
    readonly email: string;
    readonly roles: readonly string[];
    readonly by: MemberId;
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const by = { kind: 'member', id: input.by } as const;
  const sent = await db
    .transaction()
    .execute((tx) => invite(tx, STAFF_SECRETS, { ...input, by, language: 'en' }));
  return expectOk(sent).path;
}
