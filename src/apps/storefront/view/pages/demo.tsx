import type { MailboxPage, TestPaymentPage } from '../../model/index.ts';
import { ChoiceList } from '../form/choice-list.tsx';
import type { Scene } from '../scene.ts';

/** The test provider's "bank": outcomes to choose from, and for one of them a second question. */
export function TestPaymentBody({ page, scene: { say } }: { page: TestPaymentPage; scene: Scene }) {
  const isChallenge = page.step === 'challenge';
  const amount = page.amount.text;
  return (
    <div class="narrow test-payment">
      <p class="kicker">{say('test_payment.order', { number: page.orderNumber })}</p>
      <h1 class="page-title">{say(isChallenge ? 'test_payment.confirm_title' : 'test_payment.title')}</h1>
      <p class="lead">
        {isChallenge ? say('test_payment.confirm_text', { amount }) : say('test_payment.intro')}
      </p>
      <form class="panel-form" method="post" action={page.action} noValidate>
        {isChallenge ? (
          <div class="form-buttons">
            <button class="button" type="submit" name="answer" value="confirm">
              {say('test_payment.confirm')}
            </button>
            <button class="button-plain" type="submit" name="answer" value="refuse">
              {say('test_payment.refuse')}
            </button>
          </div>
        ) : (
          <>
            <ChoiceList
              name="card"
              legend={say('test_payment.choose')}
              choices={page.cards}
              problem={page.problem}
            />
            <div class="form-buttons">
              <button class="button" type="submit" name="answer" value="pay">
                {say('test_payment.pay', { amount })}
              </button>
              <button class="button-plain" type="submit" name="answer" value="cancel">
                {say('test_payment.cancel')}
              </button>
            </div>
          </>
        )}
      </form>
    </div>
  );
}

/** What the demo would have sent. A mail is shown in a frame without any rights. */
export function MailboxBody({ page, scene: { say } }: { page: MailboxPage; scene: Scene }) {
  return (
    <div class="mailbox">
      <div class="page-head">
        <h1 class="page-title">{say('mailbox.title')}</h1>
        <p class="lead">{say('mailbox.intro')}</p>
      </div>
      {page.mails.length === 0 && <p class="empty-title">{say('mailbox.empty')}</p>}
      <div class="mailbox-columns">
        <nav class="mail-list" aria-label={say('mailbox.list')}>
          <ul>
            {page.mails.map(({ title, href, to, at, isCurrent }) => (
              <li>
                <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                  <span class="mail-title">{title}</span>
                  <span class="quiet">{say('mailbox.to', { email: to })}</span>
                  <span class="quiet">{at}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {page.shown && <ShownMail mail={page.shown} say={say} />}
      </div>
    </div>
  );
}

type ShownProps = { readonly mail: NonNullable<MailboxPage['shown']>; readonly say: Scene['say'] };

function ShownMail({ mail, say }: ShownProps) {
  return (
    <section class="mail" aria-labelledby="mail-title">
      <h2 id="mail-title">{mail.subject}</h2>
      <p class="quiet">
        {say('mailbox.to', { email: mail.to })}, {mail.at}
      </p>
      <iframe title={mail.subject} src={mail.frameHref} sandbox="" loading="lazy" />
      <details class="fold">
        <summary>{say('mailbox.as_text')}</summary>
        <pre>{mail.text}</pre>
      </details>
    </section>
  );
}
