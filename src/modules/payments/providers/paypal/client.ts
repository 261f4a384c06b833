import {
  Client,
  Environment,
  OrdersController,
  PaymentsController,
  TransactionSearchController,
} from '@paypal/paypal-server-sdk';

export type PaypalAccount = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookId: string;
  /** The one before, as long as deliveries that were signed for it still come. */
  readonly previousWebhookId?: string | undefined;
  readonly environment: 'sandbox' | 'live';
};

export type PaypalOptions = {
  readonly account: PaypalAccount;
  /** Where the API is; PayPal's own for the account's environment unless given. */
  readonly apiBase?: string | undefined;
};

/** Longer than PayPal takes, shorter than a shopper waits. The SDK's own is none at all. */
const TIMEOUT_MS = 20_000;
/** So long before its end a token is renewed, so that none ends on its way. */
const CLOCK_SKEW_SECONDS = 60;

/**
 * The official SDK. It does not repeat by itself: who called writes down that there was no answer and asks again. The SDK
 * keeps the promise of its token, a rejected one too, and would never ask for another: after a token that did not come,
 * or was not accepted, it is opened anew.
 */
export class PaypalClient {
  readonly #options: PaypalOptions;
  #opened: Opened | undefined;

  constructor(options: PaypalOptions) {
    this.#options = options;
  }

  get orders(): OrdersController {
    return this.#open().orders;
  }

  get payments(): PaymentsController {
    return this.#open().payments;
  }

  get transactions(): TransactionSearchController {
    return this.#open().transactions;
  }

  /**
   * A request of the SDK's own making to an endpoint that it has no method for: the disputes. Token, address, time limit
   * and errors are then those of all the others, and no second HTTP client is needed.
   */
  request(method: 'GET' | 'POST', path: string): ReturnType<ReturnType<Client['getRequestBuilderFactory']>> {
    const request = this.#open().client.getRequestBuilderFactory()(method, path);
    request.authenticate([{ oauth2: true }]);
    return request;
  }

  forgetToken(): void {
    this.#opened = undefined;
  }

  #open(): Opened {
    this.#opened ??= openSdk(this.#options, () => this.forgetToken());
    return this.#opened;
  }
}

type Opened = {
  readonly client: Client;
  readonly orders: OrdersController;
  readonly payments: PaymentsController;
  readonly transactions: TransactionSearchController;
};

function openSdk({ account, apiBase }: PaypalOptions, onNoToken: () => void): Opened {
  const { clientId: oAuthClientId, clientSecret: oAuthClientSecret, environment } = account;
  const client = new AddressedClient(
    {
      timeout: TIMEOUT_MS,
      environment: environment === 'live' ? Environment.Production : Environment.Sandbox,
      clientCredentialsAuthCredentials: {
        ...{ oAuthClientId, oAuthClientSecret, oAuthClockSkew: CLOCK_SKEW_SECONDS },
        oAuthTokenProvider: async (_last, manager) => {
          try {
            return await manager.fetchToken();
          } catch (error) {
            onNoToken();
            throw error;
          }
        },
      },
    },
    { apiBase, onNoToken },
  );
  const orders = new OrdersController(client);
  const payments = new PaymentsController(client);
  return { client, orders, payments, transactions: new TransactionSearchController(client) };
}

/** The SDK knows two addresses only. Another one is put in its place in each request, the token's among them. */
class AddressedClient extends Client {
  readonly #base: URL | undefined;
  readonly #onNoToken: () => void;

  constructor(
    config: ConstructorParameters<typeof Client>[0],
    more: { readonly apiBase: string | undefined; readonly onNoToken: () => void },
  ) {
    super(config);
    this.#base = more.apiBase === undefined ? undefined : new URL(more.apiBase);
    this.#onNoToken = more.onNoToken;
  }

  // Called by the SDK's own constructor too, before there is a base: it is looked at when a request is sent.
  override getRequestBuilderFactory(): ReturnType<Client['getRequestBuilderFactory']> {
    const make = super.getRequestBuilderFactory();
    return (...given) => {
      const builder = make(...given);
      builder.interceptRequest((request) => ({ ...request, url: this.#addressed(request.url) }));
      builder.interceptResponse((context) => {
        if (context.response.statusCode === 401) this.#onNoToken();
        return context;
      });
      return builder;
    };
  }

  #addressed(url: string): string {
    const { pathname, search } = new URL(url);
    return this.#base === undefined ? url : `${this.#base.origin}${pathname}${search}`;
  }
}
