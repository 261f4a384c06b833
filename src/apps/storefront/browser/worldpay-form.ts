import type { PaymentStart } from './payment-form.ts';

// What we use of Worldpay's Checkout SDK, which must come from Worldpay and is therefore no package of ours.
type Checkout = {
  readonly generateSessionState: (told: (error: unknown, session: string) => void) => void;
};
type Field = { readonly selector: string };
declare global {
  interface Window {
    readonly Worldpay?: {
      readonly checkout: {
        readonly init: (
          options: {
            readonly id: string;
            readonly form: string;
            readonly fields: { readonly pan: Field; readonly expiry: Field; readonly cvv: Field };
            readonly accessibility: { readonly lang: { readonly locale: string } };
            readonly enablePanFormatting: boolean;
          },
          done: (error: unknown, checkout: Checkout) => void,
        ) => void;
      };
    };
  }
}

/** What the server says is next: the device's data are collected in a hidden frame, a challenge has a page of its own. */
type Step = { readonly step?: string; readonly url?: string; readonly jwt?: string; readonly bin?: string };

const FIELDS = ['pan', 'expiry', 'cvv'] as const;

/** The card fields of Worldpay's Checkout SDK: what is typed goes to Worldpay, and we are told a session. */
export const worldpayForm: PaymentStart = (data, locale) => {
  const sdk = window.Worldpay?.checkout;
  const { checkoutId = '', failed = '' } = data;
  if (!sdk || !checkoutId) return undefined;
  let checkout: Checkout | undefined;
  return {
    mount: (place) => {
      for (const name of FIELDS) place.append(fieldOf(name, data[name] ?? name));
      const fields = { pan: at('pan'), expiry: at('expiry'), cvv: at('cvv') };
      const options = { id: checkoutId, form: 'form[data-pay]', fields, enablePanFormatting: true };
      sdk.init({ ...options, accessibility: { lang: { locale } } }, (error, made) => {
        if (!error) checkout = made;
      });
    },
    pay: async (returnUrl) => {
      const session = checkout && (await sessionOf(checkout));
      if (!session) return failed;
      let step = await bring({ session });
      while (step?.step === 'device') step = await bring({ device: await collect(step) });
      if (step === undefined) return failed;
      if (step.step === 'challenge') post(step, '_self');
      else location.assign(returnUrl);
      return undefined;
    },
  };
};

const at = (name: string) => ({ selector: `#worldpay-${name}` });

function fieldOf(name: string, label: string): HTMLElement {
  const field = document.createElement('div');
  field.className = 'field';
  const title = document.createElement('span');
  title.className = 'field-label';
  title.textContent = label;
  const place = document.createElement('div');
  place.id = `worldpay-${name}`;
  place.className = 'worldpay-field';
  field.append(title, place);
  return field;
}

function sessionOf(checkout: Checkout): Promise<string | undefined> {
  return new Promise((resolve) => {
    checkout.generateSessionState((error, session) => resolve(error ? undefined : session));
  });
}

/** Tells our server, which asks Worldpay. Nothing when it is refused. */
async function bring(fields: Record<string, string>): Promise<Step | undefined> {
  const body = new URLSearchParams(fields);
  const response = await fetch(location.pathname, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  if (!response.ok) return undefined;
  const { next = {} }: { next?: Step } = await response.json();
  return next;
}

const COLLECTING_MS = 10_000;

/** The reference of the device's data, or nothing after a while: the payment goes on without. */
function collect(step: Step): Promise<string> {
  const frame = document.createElement('iframe');
  frame.name = 'device';
  frame.hidden = true;
  document.body.append(frame);
  return new Promise<string>((resolve) => {
    addEventListener('message', ({ origin, data }) => {
      if (origin === new URL(step.url ?? '').origin) resolve(referenceIn(data));
    });
    setTimeout(resolve, COLLECTING_MS, '');
    post(step, frame.name);
  }).finally(() => frame.remove());
}

function referenceIn(data: unknown): string {
  const { SessionId = '' }: { SessionId?: string } = typeof data === 'string' ? JSON.parse(data) : {};
  return SessionId;
}

/** 3-D Secure takes forms, no addresses. */
function post({ url = '', jwt = '', bin = '' }: Step, target: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  form.target = target;
  for (const [name, value] of Object.entries({ JWT: jwt, ...(bin && { Bin: bin }) })) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
