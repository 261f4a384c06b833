import { ok, type Result } from '../../../kernel/index.ts';
import { type Db, transact } from '../../../platform/database/index.ts';
import { readShop } from '../../markets/index.ts';
import { hashPassword } from '../credentials/password-hash.ts';
import { checkPassword, type PasswordRefusal } from '../credentials/password-rules.ts';
import { setPassword } from '../store/credentials.ts';
import { noteSecurityChange, type Own } from './security.ts';

/** Another password. It signs in together with an authenticator only; other browsers are signed out. */
export async function changePassword(
  db: Db,
  input: Own & { readonly password: string },
): Promise<Result<undefined, PasswordRefusal>> {
  const { member, password, now } = input;
  const shop = await readShop(db);
  const checked = checkPassword(password, [member.name, member.email, shop.name]);
  if (!checked.ok) return checked;
  const hash = await hashPassword(password);
  await transact(db, async (tx) => {
    await setPassword(tx, { memberId: member.id, hash, now });
    await noteSecurityChange(tx, input, 'password_changed');
  });
  return ok(undefined);
}
