import type { WorldPage } from './pages.ts';
import { both } from './text.ts';

/** After the model instructions and form of Directive 2011/83/EU, annex I (A) and (B), with 60 days in place of 14. */
export const WITHDRAWAL_PAGE: WorldPage = {
  handle: 'withdrawal',
  title: both('Right of withdrawal | Widerrufsrecht'),
  bodyHtml:
    both(`<p>You have the right to withdraw from this contract within 14 days without giving any reason; we give
    you 60. The period begins on the day on which you, or somebody you named who is not the carrier, have got the last
    of the goods.</p><h2>How</h2><p>Use the function “withdraw from contract here” at the foot of every page, or tell us
    in any clear words: Larch &amp; Lantern Handelsgesellschaft mbH, Lotsenkai 7, 20457 Hamburg, Germany,
    hello@larchandlantern.example, +49 40 66969 120. Sending the message before the period ends is
    enough.</p><h2>What follows</h2><p>We pay back all that you paid, standard delivery included, within 14 days of your
    message and by the same means, without a fee. We may wait until the goods are back or until you show that you sent
    them. Send them back within 14 days; we pay the label. You answer for a loss in value only where it comes from more
    handling than looking at the goods takes.</p><h2>Not for</h2><p>Goods made to your order, and patterns to download
    once you asked us to begin and knew that the right ends with it.</p><h2>Form</h2><p>I hereby withdraw from the
    contract for these goods: … Ordered on / received on: … Name: … Address: … Date: …</p> |
    <p>Sie haben das Recht, diesen Vertrag binnen 14 Tagen ohne Angabe von Gründen zu widerrufen; wir geben Ihnen 60. Die
    Frist beginnt mit dem Tag, an dem Sie oder ein von Ihnen benannter Dritter, der nicht der Beförderer ist, die letzte
    Ware in Besitz genommen haben.</p><h2>Wie</h2><p>Nutzen Sie die Funktion „Vertrag hier widerrufen“ am Fuß jeder Seite
    oder sagen Sie es uns mit einer eindeutigen Erklärung: Larch &amp; Lantern Handelsgesellschaft mbH, Lotsenkai 7,
    20457 Hamburg, hello@larchandlantern.example, 040 66969 120. Zur Wahrung der Frist reicht es, die Mitteilung vor
    ihrem Ablauf abzusenden.</p><h2>Folgen</h2><p>Wir zahlen alles zurück, was Sie bezahlt haben, auch den
    Standardversand, binnen 14 Tagen nach Ihrer Mitteilung und auf demselben Weg, ohne Entgelt. Wir dürfen warten, bis
    die Ware zurück ist oder Sie nachweisen, dass Sie sie abgesandt haben. Senden Sie sie binnen 14 Tagen zurück; das
    Etikett zahlen wir. Für einen Wertverlust kommen Sie nur auf, wenn er von einem Umgang kommt, der zur Prüfung der
    Ware nicht nötig war.</p><h2>Nicht bei</h2><p>Waren, die für Sie angefertigt wurden, und Schnittmustern zum
    Herunterladen, sobald Sie uns gebeten haben zu beginnen und wussten, dass das Recht damit endet.</p><h2>Formular</h2>
    <p>Hiermit widerrufe ich den Vertrag über den Kauf der folgenden Waren: … Bestellt am / erhalten am: … Name: …
    Anschrift: … Datum: …</p>`),
};
