export const domains = {
  title: 'Domain',
  about: 'The address that stands in links, mails, sitemaps and feeds.',
  address: 'Address of the shop',
  addressAbout: 'Saying it here changes links only: what has to be done elsewhere stands below.',
  bySetting: 'Decided where the program is started:',
  settingWins: 'It holds before the address kept here.',
  byKept: 'Decided by the address kept here.',
  byNothing:
    'Nobody has said where the shop is. Links are made of whatever address it is asked at, and links in mails lead to this machine alone.',
  kept: 'Public address',
  keptText: 'With https, without a path or a slash at the end.',
  keptButSetting: 'Holds once BASE_URL is taken away.',
  check: 'Check the address',
  checks: (address: string) => `Asks ${address} whether it is this shop.`,
  validUntil: (date: string) => `valid until ${date}`,
  answered: (status: number, ms: number) => `status ${status}, after ${ms} ms`,
  endsSoon: (days: number) =>
    `The certificate ends in ${days} days. Whoever renews it, usually the proxy, seems not to have done so.`,
  facts: {
    dns: 'The name leads to',
    certificate: 'Certificate',
    issuer: 'Issued by',
    redirect: 'Redirects to',
    answer: 'Answer',
  },
  outcomes: {
    this_shop: { title: (at: string) => `${at} is this shop`, text: 'It answered with its own keys.' },
    redirects_here: {
      title: (at: string) => `${at} leads to this shop`,
      text: 'By a redirect. Give the address that it leads to: then links need no detour.',
    },
    redirects_away: {
      title: (at: string) => `${at} leads elsewhere`,
      text: 'A redirect goes to an address at which this shop does not answer. Look at the proxy or the domain’s forwarding.',
    },
    another_institor: {
      title: (at: string) => `Another Institor is at ${at}`,
      text: 'The same software answers, with other keys: another shop, or another machine with a SECRET_KEY of its own.',
    },
    another_site: {
      title: (at: string) => `Somebody else is at ${at}`,
      text: 'What answers is not this shop. Point the name, or the proxy behind it, here.',
    },
    bad_address: {
      title: (at: string) => `“${at}” cannot be asked`,
      text: 'It must be an http or https address at one of the usual ports, such as https://shop.example.',
    },
    private_address: {
      title: (at: string) => `${at} is not on the public internet`,
      text: 'For safety the shop asks nothing within your own network. Shoppers elsewhere cannot reach such an address.',
    },
    unreachable: {
      title: (at: string) => `${at} cannot be reached`,
      text: 'The name leads nowhere, or nothing listens there. A new name takes up to a day to be known everywhere.',
    },
    too_slow: {
      title: (at: string) => `${at} did not answer in time`,
      text: 'Something is at that address, and does not answer. A firewall, mostly.',
    },
    bad_certificate: {
      title: (at: string) => `Browsers do not trust ${at}`,
      text: 'Its certificate is not valid for this name. Let the proxy fetch one, by Let’s Encrypt for example.',
    },
  },
  pointing: {
    title: 'Pointing a domain here',
    about:
      'Institor speaks http; a proxy in front (Caddy, nginx, Traefik, your host’s) speaks https with the world.',
    dns: 'At who sells your domain: an A (or AAAA) record with the address of the machine.',
    proxy: 'On the machine: a proxy that holds the certificate and passes everything on to',
    headers: 'It must set X-Forwarded-For and X-Forwarded-Proto.',
    trust: 'So that the shop believes it:',
    isSet: 'set',
    isNotSet: 'not set',
    setting: 'So that cookies are safe and payment providers find their way back:',
    settingText:
      'Cookies sent by https alone and the addresses for payment providers follow this setting; the address kept here does ' +
      'not change them.',
    last: 'Start the shop again, and check the address above.',
  },
};
