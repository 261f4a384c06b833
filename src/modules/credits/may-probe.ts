import ipaddr from 'ipaddr.js';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/index.ts';

/** Codes that one network may try in a window. */
const TRIES = 10;
const WINDOW = Temporal.Duration.from({ minutes: 15 });

/**
 * Whether this address may try another gift card code; counts the try. A network is one IPv4 address, or the
 * /64 of an IPv6 address, which is what one subscriber gets.
 */
export async function mayProbe(
  db: Db,
  { ip, now }: { readonly ip: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const start = now.subtract(WINDOW).toString();
  const { rows } = await sql<{ tries: number }>`
    insert into credits.probe as kept (network, tries, began_at)
    values (${networkOf(ip)}, 1, ${now.toString()}::timestamptz)
    on conflict (network) do update set
      tries = case when kept.began_at <= ${start}::timestamptz then 1 else least(kept.tries + 1, ${TRIES + 1}) end,
      began_at = case when kept.began_at <= ${start}::timestamptz then excluded.began_at else kept.began_at end
    returning tries`.execute(db);
  return (rows[0]?.tries ?? 0) <= TRIES;
}

/** Forgets the networks whose window is over. */
export async function forgetProbes(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`
    delete from credits.probe where began_at <= ${now.subtract(WINDOW).toString()}::timestamptz`.execute(db);
}

/** `203.0.113.7`, or `2001:db8:1:2::/64`; what is no address is a network of its own. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip.slice(0, 64);
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  const bytes = address.toByteArray();
  return `${ipaddr.fromByteArray([...bytes.slice(0, 8), ...new Array(8).fill(0)]).toString()}/64`;
}
