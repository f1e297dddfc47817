// SPDX-License-Identifier: Apache-2.0
// One mail that came in: what we read in it, its bytes, what became of it, and, while it is in quarantine, what may be decided. Strangers wrote it, so all of
// it is shown as text: nothing of it is ever drawn, loaded or followed here.
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { ask, ProblemError } from '../../api/client';
import { useStaffName } from '../../api/queries';
import { may, useSession } from '../../app/session';
import { useLanguage, useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { useOffer } from '../../keys/registry';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { localeOf } from '../../ui/month';
import { NotRead } from '../../ui/not_read';
import { Decide } from './decide';
import { type Mail, useMail } from './queries';
import { useReasonText } from './reason';

type Reading = NonNullable<Mail['reading']>;
type Authentication = NonNullable<Mail['authentication']>;

const shownAtMost = 200_000;

const written = (boxes: { name: string; address: string }[] | undefined): string =>
  (boxes ?? []).map(one => (one.name ? `${one.name} <${one.address}>` : one.address)).join(', ');

/** What our own mail server found out about the sender. */
function useSenderText(): (known: Authentication | undefined) => string {
  const say = useSay();
  return known => {
    const { spf, dkim, dmarc } = { spf: 'unknown', dkim: 'unknown', dmarc: 'unknown', ...known };
    return [spf, dkim, dmarc].every(one => one === 'unknown') ? say('mail.sender.unknown') : say('mail.sender.known', { spf, dkim, dmarc });
  };
}

function Heads({ reading }: { reading: Reading }) {
  const say = useSay();
  const times = useTimes();
  const senderText = useSenderText();
  const heads: [string, string][] = [
    ['from', written([reading.from])],
    ['sender', senderText(reading.authentication)],
    ['to', written(reading.to)],
    ['cc', written(reading.cc)],
    ['subject', reading.subject ?? ''],
    ['date', reading.date ? times.moment(reading.date) : ''],
    ['class', say(`mailClass.${reading.class}`)],
  ];
  return (
    <dl className="facts-list">
      {heads
        .filter(([, text]) => text)
        .map(([name, text]) => (
          <div key={name}>
            <dt>{say(`mail.${name}`)}</dt>
            <dd className="said">{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function Attached({ id, reading }: { id: string; reading: Reading }) {
  const say = useSay();
  const language = useLanguage();
  const attachments = reading.attachments ?? [];
  if (attachments.length === 0) return null;
  const size = new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  return (
    <section className="stack">
      <h2>{say('mail.attachments')}</h2>
      <ul>
        {attachments.map((one, index) => (
          <li key={index} className="line small">
            <Icon name="letter" size={15} />
            <a href={`/api/v1/intake/${encodeURIComponent(id)}/files/${index + 1}`} download className="said">
              {one.name || say('mail.unnamed')}
            </a>
            <span className="soft">
              {one.type}
              {typeof one.size === 'number' && ` · ${size.format(one.size / 1000)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Read({ id, reading }: { id: string; reading: Reading }) {
  const say = useSay();
  const reasonText = useReasonText();
  const text = reading.visible_reply || reading.text || reading.html_text || '';
  const folded = reading.visible_reply ? reading.folded_text : '';
  return (
    <>
      {reading.doubt && <p className="notice">{reasonText(reading.doubt)}</p>}
      <Heads reading={reading} />
      <section className="stack">
        <h2>{say('mail.text')}</h2>
        {text ? (
          <p className="said mail-text" lang={reading.language ?? undefined}>
            {text}
          </p>
        ) : (
          <p className="soft">{say('mail.noText')}</p>
        )}
        {folded && (
          <details className="more">
            <summary>{say('mail.folded')}</summary>
            <p className="said mail-text soft">{folded}</p>
          </details>
        )}
      </section>
      <Attached id={id} reading={reading} />
    </>
  );
}

/** The bytes, as text and nothing else. A long one is shown in part; the whole is to be had as a file. */
function Source({ id }: { id: string }) {
  const say = useSay();
  const language = useLanguage();
  const [text, setText] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const path = `/api/v1/intake/${encodeURIComponent(id)}/raw`;
  const show = async () => {
    setPending(true);
    setFailed(false);
    try {
      setText(await (await ask(path)).text());
    } catch {
      setFailed(true);
    } finally {
      setPending(false);
    }
  };
  return (
    <section className="stack">
      <div className="spread">
        <h2>{say('mail.source')}</h2>
        <div className="line">
          {text === null && (
            <Button pending={pending} onClick={() => void show()}>
              {say('mail.showSource')}
            </Button>
          )}
          <a href={path} download className="button">
            {say('mail.download')}
          </a>
        </div>
      </div>
      {failed && (
        <p className="notice late" role="alert">
          {say('mail.sourceFailed')}
        </p>
      )}
      {text !== null && (
        <>
          {text.length > shownAtMost && (
            <p className="notice">{say('mail.sourcePart', { shown: new Intl.NumberFormat(localeOf(language)).format(shownAtMost) })}</p>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <pre className="source" role="region" tabIndex={0} aria-label={say('mail.source')} dir="ltr">
            {text.slice(0, shownAtMost)}
          </pre>
        </>
      )}
    </section>
  );
}

function Standing({ mail }: { mail: Mail }) {
  const say = useSay();
  const reasonText = useReasonText();
  const times = useTimes();
  const staffName = useStaffName();
  const { decision } = mail;
  return (
    <div className="stack">
      <p className="line">
        <span className={`tag ${mail.state === 'filed' ? 'good' : 'soon'}`}>{say(`intake.${mail.state}`)}</span>
        {mail.acknowledged && <span className="tag accent">{say('mail.acknowledged')}</span>}
        {mail.received_at && <span className="soft">{times.moment(mail.received_at)}</span>}
        {mail.inlet && <span className="soft">{mail.inlet}</span>}
        {mail.reference && (
          <Link href={`/complaints/${mail.reference}`} className="number">
            {mail.reference}
          </Link>
        )}
      </p>
      {mail.reason && mail.reason !== mail.reading?.doubt && <p>{reasonText(mail.reason)}</p>}
      {decision && (
        <p className="notice good">
          {say(`verdict.${decision.verdict}`)}: {staffName(decision.by)}, {times.moment(decision.at)}.{' '}
          <span className="said">{decision.reason}</span>
        </p>
      )}
    </div>
  );
}

export function MailScreen({ id }: { id: string }) {
  const say = useSay();
  const session = useSession();
  const [, goTo] = useLocation();
  const query = useMail(id);
  useOffer([{ id: 'mail.back', keys: 'Escape', quiet: true, run: () => goTo('/intake') }]);
  if (query.error instanceof ProblemError && query.error.status === 404) return <p className="empty">{say('mail.unknown')}</p>;
  if (query.isError && !query.data) return <NotRead failure={query.error} onTryAgain={query.refetch} />;
  const mail = query.data;
  if (!mail) return <div className="empty" aria-busy="true" />;
  const open = mail.state === 'quarantined' && !mail.decision;
  return (
    <div className="mail-page">
      <header className="stack">
        <Link href="/intake" className="line small">
          <Icon name="left" size={15} />
          {say('mail.back')}
        </Link>
        <h1 tabIndex={-1}>{mail.reading?.subject || say('mail.title')}</h1>
        <Standing mail={mail} />
      </header>
      <div className={`mail${open ? ' undecided' : ''}`}>
        <div className="stack mail-read">
          {mail.reading && (
            <article className="card stack" aria-label={say('mail.reading')}>
              <Read id={mail.id} reading={mail.reading} />
            </article>
          )}
          {mail.unreadable && <p className="notice late">{say('mail.unreadable', { why: mail.unreadable })}</p>}
          <Source id={mail.id} />
        </div>
        {may(session, 'decide-mail') && <Decide mail={mail} open={open} />}
        {open && !may(session, 'decide-mail') && <p className="soft">{say('mail.mayNotDecide')}</p>}
      </div>
    </div>
  );
}
