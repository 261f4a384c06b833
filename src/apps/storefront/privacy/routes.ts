import { z } from 'zod';
import { message } from '../messages/index.ts';
import type { PrivacyPage, StatusNote } from '../model/index.ts';
import { momentText } from '../order/steps.ts';
import { personalView } from '../personal/personal-view.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { PersonalRoute, Reaction, Visit } from '../personal/visit.ts';
import { type Decided, decide, readDecided } from './decide.ts';

const FORM = z.strictObject({ choice: z.enum(['accepted', 'rejected']) });

/**
 * Where a visitor decides whether their browser may be known again, and takes it back as easily. Global Privacy Control
 * has decided already: it is said that it is honoured (11 CCR 7025(c)(6)), and nobody is asked to undo it.
 */
export function privacyRoute(desk: ShopperDesk): PersonalRoute {
  return {
    pattern: '/privacy-choices',
    get: (visit) => open(desk, visit),
    post: (visit) => choose(desk, visit),
  };
}

async function open(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, cookies, hasGpc, query } = visit;
  if (hasGpc && cookies.consent !== undefined) {
    const refused = await decide(desk.orders.db, visit, { choice: 'rejected', by: 'signal' });
    return { ...show(desk, visit, { choice: 'rejected' }), cookies: refused };
  }
  const decided = await readDecided(desk.orders.db, visit);
  const text = message(site.locale, 'consent.saved');
  const isSaved = query.has('saved') && decided.choice !== 'none';
  return show(desk, visit, decided, isSaved ? { kind: 'done', text } : undefined);
}

async function choose(desk: ShopperDesk, visit: Visit): Promise<Reaction> {
  const { site, wantsJson } = visit;
  const form = FORM.safeParse(visit.form);
  const isOffered = form.success && (form.data.choice === 'rejected' || canAccept(visit));
  if (!form.success || !isOffered) {
    return wantsJson ? { kind: 'json', body: {}, status: 422 } : open(desk, visit);
  }
  if (!(await visit.mayTry('consent'))) {
    if (wantsJson) return { kind: 'json', body: {}, status: 429 };
    const text = message(site.locale, 'problem.too_many_attempts');
    return show(desk, visit, await readDecided(desk.orders.db, visit), { kind: 'failed', text });
  }
  const cookies = await decide(desk.orders.db, visit, { choice: form.data.choice, by: 'click' });
  if (wantsJson) return { kind: 'json', body: {}, cookies };
  return { kind: 'moved', to: `${site.to('/privacy-choices')}?saved`, cookies };
}

/** A shop that asks nobody has nothing to accept. */
function canAccept({ site, hasGpc }: Visit): boolean {
  return site.analytics === 'ask' && !hasGpc;
}

function show(desk: ShopperDesk, visit: Visit, decided: Decided, status?: StatusNote): Reaction {
  const { site, hasGpc } = visit;
  const at = decided.choice === 'accepted' ? decided.at : undefined;
  const page: PrivacyPage = {
    kind: 'privacy',
    status,
    action: site.to('/privacy-choices'),
    choice: decided.choice,
    canAccept: canAccept(visit),
    isSignalHonoured: hasGpc,
    since: at && momentText(at, site.locale, site.shop.timeZone),
    proof: decided.choice === 'accepted' ? decided.consentId : undefined,
  };
  const title = message(site.locale, 'consent.page_title');
  const view = personalView(desk, visit, { title, page });
  return { kind: 'page', view, status: status?.kind === 'failed' ? 429 : 200 };
}
