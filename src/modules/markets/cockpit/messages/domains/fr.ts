import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { domains as en } from './en.ts';

export const domains: Translated<typeof en> = {
  title: 'Domaine',
  about: 'L’adresse qui figure dans les liens, e-mails, plans de site et flux.',
  address: 'Adresse de la boutique',
  addressAbout: 'La dire ici ne change que les liens : ce qui est à faire ailleurs est plus bas.',
  bySetting: 'Décidé là où le programme est lancé :',
  settingWins: 'Cela passe avant l’adresse gardée ici.',
  byKept: 'Décidé par l’adresse gardée ici.',
  byNothing:
    'Personne n’a dit où est la boutique. Les liens sont faits de l’adresse à laquelle on la demande, et les liens des ' +
    'e-mails ne mènent qu’à cette machine.',
  kept: 'Adresse publique',
  keptText: 'Avec https, sans chemin ni barre à la fin.',
  keptButSetting: 'Vaut une fois BASE_URL retirée.',
  check: 'Vérifier l’adresse',
  checks: (address: string) => `Demande à ${address} si c’est cette boutique.`,
  validUntil: (date: string) => `valable jusqu’au ${date}`,
  answered: (status: number, ms: number) => `statut ${status}, après ${ms} ms`,
  endsSoon: (days: number) =>
    `Le certificat finit dans ${days} jours. Qui le renouvelle, souvent le proxy, ne semble pas l’avoir fait.`,
  facts: {
    dns: 'Le nom mène à',
    certificate: 'Certificat',
    issuer: 'Émis par',
    redirect: 'Redirige vers',
    answer: 'Réponse',
  },
  outcomes: {
    this_shop: {
      title: (at: string) => `${at} est cette boutique`,
      text: 'Elle a répondu avec ses propres clés.',
    },
    redirects_here: {
      title: (at: string) => `${at} mène à cette boutique`,
      text: 'Par une redirection. Donnez l’adresse où elle mène : les liens n’auront pas de détour.',
    },
    redirects_away: {
      title: (at: string) => `${at} mène ailleurs`,
      text: 'Une redirection va à une adresse où cette boutique ne répond pas. Voyez le proxy ou le renvoi du domaine.',
    },
    another_institor: {
      title: (at: string) => `Un autre Institor est à ${at}`,
      text: 'Le même logiciel répond, avec d’autres clés : une autre boutique, ou une autre machine avec son SECRET_KEY.',
    },
    another_site: {
      title: (at: string) => `Quelqu’un d’autre est à ${at}`,
      text: 'Ce qui répond n’est pas cette boutique. Faites pointer le nom, ou le proxy derrière lui, ici.',
    },
    bad_address: {
      title: (at: string) => `« ${at} » ne peut pas être demandé`,
      text: 'Il faut une adresse http ou https à un port habituel, comme https://shop.example.',
    },
    private_address: {
      title: (at: string) => `${at} n’est pas sur l’internet public`,
      text: 'Par sûreté la boutique ne demande rien dans votre réseau. D’ailleurs, les clients n’atteignent pas une telle adresse.',
    },
    unreachable: {
      title: (at: string) => `${at} est injoignable`,
      text: 'Le nom ne mène nulle part, ou rien n’y écoute. Un nouveau nom met jusqu’à un jour à être connu partout.',
    },
    too_slow: {
      title: (at: string) => `${at} n’a pas répondu à temps`,
      text: 'Quelque chose est à cette adresse et ne répond pas. Un pare-feu, le plus souvent.',
    },
    bad_certificate: {
      title: (at: string) => `Les navigateurs ne se fient pas à ${at}`,
      text: 'Son certificat ne vaut pas pour ce nom. Laissez le proxy en chercher un, par Let’s Encrypt par exemple.',
    },
  },
  pointing: {
    title: 'Faire pointer un domaine ici',
    about:
      'Institor parle http ; un proxy devant (Caddy, nginx, Traefik, celui de l’hébergeur) parle https au monde.',
    dns: 'Chez qui vend votre domaine : un enregistrement A (ou AAAA) avec l’adresse de la machine.',
    proxy: 'Sur la machine : un proxy qui tient le certificat et transmet tout à',
    headers: 'Il doit poser X-Forwarded-For et X-Forwarded-Proto.',
    trust: 'Pour que la boutique le croie :',
    isSet: 'posé',
    isNotSet: 'non posé',
    setting: 'Pour que les cookies soient sûrs et que les prestataires de paiement reviennent :',
    settingText:
      'Les cookies par https seul et les adresses des prestataires de paiement suivent ce réglage ; l’adresse gardée ici ' +
      'ne les change pas.',
    last: 'Relancez la boutique, puis vérifiez l’adresse ci-dessus.',
  },
};
