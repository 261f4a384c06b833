import { first } from './elements.ts';

/** Signing in with a passkey, and adding one, where the browser can (Web Authentication, level 3). */
export function startPasskeys(): void {
  const signIn = first(document, '[data-passkey-sign-in]', HTMLElement);
  const add = first(document, '[data-passkey-add]', HTMLElement);
  if (!('PublicKeyCredential' in globalThis)) return;
  if (typeof PublicKeyCredential.parseRequestOptionsFromJSON !== 'function') return;
  if (signIn) offer(signIn, signIn.dataset['passkeySignIn'] ?? '', getCredential);
  if (add) offer(add, add.dataset['passkeyAdd'] ?? '', createCredential);
}

/** Asks the browser for what the server's answer describes. */
type Ask = (begun: Response) => Promise<Credential | null>;

const getCredential: Ask = async (begun) => {
  const options: PublicKeyCredentialRequestOptionsJSON = await begun.json();
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

const createCredential: Ask = async (begun) => {
  const options: PublicKeyCredentialCreationOptionsJSON = await begun.json();
  return navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
  });
};

function offer(place: HTMLElement, address: string, ask: Ask): void {
  const button = first(place, 'button', HTMLButtonElement);
  const status = first(place, '[role=status]', HTMLElement);
  if (!button || !status || address === '') return;
  place.dataset['offered'] = '';
  button.addEventListener('click', async () => {
    status.textContent = '';
    const next = await tried(address, ask);
    if (next === undefined) status.textContent = place.dataset['failed'] ?? '';
    else location.assign(next);
  });
}

/** Where to go when it worked. What the person cancels, or the network, leaves everything as it was. */
async function tried(address: string, ask: Ask): Promise<string | undefined> {
  try {
    const begun = await post(`${address}/options`, {});
    if (!begun.ok) return undefined;
    const credential = await ask(begun);
    if (!(credential instanceof PublicKeyCredential)) return undefined;
    const answer = await post(address, credential.toJSON());
    const told: unknown = answer.ok ? await answer.json() : undefined;
    const isTold = typeof told === 'object' && told !== null && 'next' in told;
    return isTold && typeof told.next === 'string' ? told.next : undefined;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}

function post(address: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
}
