import type { Translated } from '../../../../../platform/cockpit/text/index.ts';
import type { domains as en } from './en.ts';

export const domains: Translated<typeof en> = {
  title: 'Domain',
  about: 'Die Adresse, die in Links, Mails, Sitemaps und Feeds steht.',
  address: 'Adresse des Shops',
  addressAbout: 'Hier ändert sie nur Links: Was anderswo zu tun ist, steht unten.',
  bySetting: 'Entschieden, wo das Programm gestartet wird:',
  settingWins: 'Das gilt vor der hier hinterlegten Adresse.',
  byKept: 'Entschieden durch die hier hinterlegte Adresse.',
  byNothing:
    'Niemand hat gesagt, wo der Shop ist. Links entstehen aus der Adresse, unter der er gefragt wird, und Links in Mails ' +
    'führen nur zu dieser Maschine.',
  kept: 'Öffentliche Adresse',
  keptText: 'Mit https, ohne Pfad und ohne Schrägstrich am Ende.',
  keptButSetting: 'Gilt, sobald BASE_URL entfernt ist.',
  check: 'Adresse prüfen',
  checks: (address: string) => `Fragt ${address}, ob es dieser Shop ist.`,
  validUntil: (date: string) => `gültig bis ${date}`,
  answered: (status: number, ms: number) => `Status ${status}, nach ${ms} ms`,
  endsSoon: (days: number) =>
    `Das Zertifikat endet in ${days} Tagen. Wer es erneuert, meist der Proxy, hat das offenbar nicht getan.`,
  facts: {
    dns: 'Der Name führt zu',
    certificate: 'Zertifikat',
    issuer: 'Ausgestellt von',
    redirect: 'Leitet weiter zu',
    answer: 'Antwort',
  },
  outcomes: {
    this_shop: {
      title: (at: string) => `${at} ist dieser Shop`,
      text: 'Er hat mit seinen eigenen Schlüsseln geantwortet.',
    },
    redirects_here: {
      title: (at: string) => `${at} führt zu diesem Shop`,
      text: 'Über eine Weiterleitung. Geben Sie die Adresse an, zu der sie führt: Dann brauchen Links keinen Umweg.',
    },
    redirects_away: {
      title: (at: string) => `${at} führt woandershin`,
      text: 'Eine Weiterleitung führt zu einer Adresse, unter der dieser Shop nicht antwortet. Sehen Sie beim Proxy oder bei der Weiterleitung der Domain nach.',
    },
    another_institor: {
      title: (at: string) => `Unter ${at} ist ein anderes Institor`,
      text: 'Dieselbe Software antwortet, mit anderen Schlüsseln: ein anderer Shop oder eine andere Maschine mit eigenem SECRET_KEY.',
    },
    another_site: {
      title: (at: string) => `Unter ${at} ist jemand anders`,
      text: 'Was antwortet, ist nicht dieser Shop. Lassen Sie den Namen oder den Proxy dahinter hierher zeigen.',
    },
    bad_address: {
      title: (at: string) => `„${at}“ kann nicht gefragt werden`,
      text: 'Es muss eine http- oder https-Adresse an einem der üblichen Ports sein, etwa https://shop.example.',
    },
    private_address: {
      title: (at: string) => `${at} ist nicht im öffentlichen Internet`,
      text: 'Zur Sicherheit fragt der Shop nichts im eigenen Netz. Kunden anderswo erreichen so eine Adresse nicht.',
    },
    unreachable: {
      title: (at: string) => `${at} ist nicht erreichbar`,
      text: 'Der Name führt nirgendwohin, oder dort hört niemand zu. Ein neuer Name ist erst nach bis zu einem Tag überall bekannt.',
    },
    too_slow: {
      title: (at: string) => `${at} hat nicht rechtzeitig geantwortet`,
      text: 'Unter der Adresse ist etwas, das nicht antwortet. Meist eine Firewall.',
    },
    bad_certificate: {
      title: (at: string) => `Browser vertrauen ${at} nicht`,
      text: 'Das Zertifikat gilt nicht für diesen Namen. Lassen Sie den Proxy eines holen, etwa von Let’s Encrypt.',
    },
  },
  pointing: {
    title: 'Eine Domain hierher zeigen lassen',
    about:
      'Institor spricht http; ein Proxy davor (Caddy, nginx, Traefik, der des Hosters) spricht https mit der Welt.',
    dns: 'Wo Sie die Domain gekauft haben: ein A- (oder AAAA-)Eintrag mit der Adresse der Maschine.',
    proxy: 'Auf der Maschine: ein Proxy, der das Zertifikat hat und alles weitergibt an',
    headers: 'Er muss X-Forwarded-For und X-Forwarded-Proto setzen.',
    trust: 'Damit der Shop ihm glaubt:',
    isSet: 'gesetzt',
    isNotSet: 'nicht gesetzt',
    setting: 'Damit Cookies sicher sind und Zahlungsanbieter zurückfinden:',
    settingText:
      'Cookies nur über https und die Adressen für Zahlungsanbieter richten sich nach dieser Einstellung; die hier ' +
      'hinterlegte Adresse ändert sie nicht.',
    last: 'Starten Sie den Shop neu und prüfen Sie die Adresse oben.',
  },
};
