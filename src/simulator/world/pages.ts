import { both, type Text } from './text.ts';

export type WorldPage = { readonly handle: string; readonly title: Text; readonly bodyHtml: Text };

export const PAGES: readonly WorldPage[] = [
  page(
    'about',
    'Our story | Unsere Geschichte',
    `<p>Larch &amp; Lantern began in 2016 with one shelf of stoneware in a former pilots' house at Hamburg's
      harbour. The shelf sold out in a weekend. We have been refilling it since.</p><h2>How we
      choose</h2><p>We buy from eight workshops, all of which we have visited. A thing gets in when we would
      keep it for ten years and when its maker can mend it.</p><h2>What we leave out</h2> <p>Fashion
      colours, glued joints, anything that needs an app.</p> | <p>Larch &amp; Lantern begann 2016 mit einem
      Regal voll Steinzeug in einem alten Lotsenhaus am Hamburger Hafen. Nach einem Wochenende war es leer.
      Seitdem füllen wir es nach.</p><h2>Wie wir auswählen</h2><p>Wir kaufen bei acht Werkstätten, die wir
      alle besucht haben. Ein Ding kommt ins Regal, wenn wir es zehn Jahre behalten würden und seine
      Werkstatt es reparieren kann.</p><h2>Was wir weglassen</h2><p>Modefarben, geklebte Verbindungen und
      alles, was eine App braucht.</p>`,
  ),
  page(
    'delivery-and-returns',
    'Delivery & returns | Versand & Rückgabe',
    `<h2>Delivery</h2><ul><li>Germany: 4.90 euros, one to two working days</li><li>European Union: 8.90
      euros, two to four working days</li><li>United Kingdom and United States: 14.90, four to eight working
      days</li><li>Free from 80 euros in the EU</li></ul><h2>Returns</h2><p>You have 60 days, we pay the
      label. The statutory right of withdrawal of 14 days is part of that and not affected.</p><h2>Broken on
      arrival</h2><p>Send a photograph; a new one leaves the same day.</p> |
      <h2>Versand</h2><ul><li>Deutschland: 4,90 Euro, ein bis zwei Werktage</li><li>Europäische Union: 8,90
      Euro, zwei bis vier Werktage</li><li>Großbritannien und USA: 14,90 Euro, vier bis acht
      Werktage</li><li>Ab 80 Euro in der EU kostenlos</li></ul><h2>Rückgabe</h2><p>Sie haben 60 Tage, das
      Etikett zahlen wir. Das gesetzliche Widerrufsrecht von 14 Tagen ist darin enthalten und bleibt
      unberührt.</p><h2>Zerbrochen angekommen</h2><p>Ein Foto genügt; das neue Stück geht am selben Tag
      hinaus.</p>`,
  ),
  page(
    'contact',
    'Contact | Kontakt',
    `<p>Write to <a href="mailto:hello@larchandlantern.example">hello@larchandlantern.example</a> or ring
      +49 40 66969 120, Monday to Friday from 9 to 17. The shop at Lotsenkai 7 in Hamburg is open Tuesday to
      Saturday from 11 to 18.</p> | <p>Schreiben Sie an <a
      href="mailto:hello@larchandlantern.example">hello@larchandlantern.example</a> oder rufen Sie an: 040
      66969 120, Montag bis Freitag von 9 bis 17 Uhr. Der Laden am Lotsenkai 7 in Hamburg ist dienstags bis
      samstags von 11 bis 18 Uhr geöffnet.</p>`,
  ),
  page(
    'privacy',
    'Privacy | Datenschutz',
    `<p>We keep what we need to send you a parcel and what the tax office asks for, and nothing that we
      could not explain to you in a sentence.</p><h2>Orders</h2><p>Name, address, e-mail and what you
      bought, for ten years (section 147 of the German Fiscal Code). Basis: article 6(1)(b) and (c)
      GDPR.</p><h2>Your rights</h2><p>Access, correction, deletion, portability and complaint to a
      supervisory authority. Write to privacy@larchandlantern.example.</p> | <p>Wir speichern, was wir
      brauchen, um Ihnen ein Paket zu schicken, und was das Finanzamt verlangt, und nichts, was wir Ihnen
      nicht in einem Satz erklären könnten.</p><h2>Bestellungen</h2><p>Name, Anschrift, E-Mail und was Sie
      gekauft haben, zehn Jahre lang (§ 147 AO). Grundlage: Artikel 6 Absatz 1 Buchstaben b und c
      DSGVO.</p><h2>Ihre Rechte</h2><p>Auskunft, Berichtigung, Löschung, Übertragbarkeit und Beschwerde bei
      einer Aufsichtsbehörde. Schreiben Sie an privacy@larchandlantern.example.</p>`,
  ),
  page(
    'imprint',
    'Imprint | Impressum',
    `<p>Larch &amp; Lantern Handelsgesellschaft mbH<br>Lotsenkai 7, 20457 Hamburg, Germany</p><p>Managing
      director: Inken Petersen<br>Register: Amtsgericht Hamburg, HRB 000000 (a demonstration, not a
      company)<br>E-mail: hello@larchandlantern.example<br>Phone: +49 40 66969 120</p> | <p>Larch &amp;
      Lantern Handelsgesellschaft mbH<br>Lotsenkai 7, 20457 Hamburg</p><p>Geschäftsführerin: Inken
      Petersen<br>Register: Amtsgericht Hamburg, HRB 000000 (eine Vorführung, keine Firma)<br>E-Mail:
      hello@larchandlantern.example<br>Telefon: 040 66969 120</p>`,
  ),
  page(
    'terms',
    'Terms | AGB',
    `<h2>Contract</h2><p>Your order is an offer; the contract begins when we confirm
      dispatch.</p><h2>Prices</h2><p>Prices in euros and pounds include value added tax; prices in dollars
      do not include sales tax. Delivery is added and shown before you order.</p><h2>Ownership</h2><p>Goods
      stay ours until they are paid.</p><h2>Warranty</h2><p>Two years by law, and repairs for life on lamps,
      knitwear and boards.</p> | <h2>Vertrag</h2><p>Ihre Bestellung ist ein Angebot; der Vertrag kommt mit
      unserer Versandbestätigung zustande.</p> <h2>Preise</h2><p>Preise in Euro und Pfund enthalten die
      Mehrwertsteuer, Preise in Dollar enthalten keine Umsatzsteuer. Der Versand kommt hinzu und wird vor
      der Bestellung angezeigt.</p><h2>Eigentum</h2><p>Die Ware bleibt bis zur Bezahlung unser
      Eigentum.</p><h2>Gewährleistung</h2><p>Zwei Jahre nach Gesetz, dazu Reparatur ein Leben lang für
      Leuchten, Strick und Bretter.</p>`,
  ),
];

function page(handle: string, title: string, body: string): WorldPage {
  return { handle, title: both(title), bodyHtml: both(body) };
}
