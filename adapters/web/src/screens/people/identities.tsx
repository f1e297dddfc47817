// SPDX-License-Identifier: Apache-2.0
// As whom identity providers know somebody. Whoever comes back from a provider with one of these is that user here, without a password of ours.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, dataOf } from '../../api/client';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { NotRead } from '../../ui/not_read';
import { tell } from '../../ui/toast';
import { useBelonging, useIdentities } from './queries';

/** Whether a provider is set up, so that its name need not be typed. */
function useHasProvider(): boolean {
  const ways = useQuery({
    queryKey: ['log-in-ways'],
    queryFn: async () => dataOf(await client.GET('/api/v1/log-in-ways')).providers,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (ways.data?.length ?? 0) > 0;
}

function Link({ name, onLink }: { name: string; onLink: (fields: object) => Promise<Response | null> }) {
  const say = useSay();
  const hasProvider = useHasProvider();
  const [subject, setSubject] = useState('');
  const [issuer, setIssuer] = useState('');
  const [needed, setNeeded] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isWhole = subject.trim() !== '' && (hasProvider || issuer.trim() !== '');
    setNeeded(!isWhole);
    if (!isWhole || !(await onLink({ subject: subject.trim(), ...(issuer.trim() ? { issuer: issuer.trim() } : {}) }))) return;
    tell(say('identities.linked', { name }));
    setSubject('');
    setIssuer('');
  };
  return (
    <details className="more">
      <summary>{say('identities.add')}</summary>
      <form className="stack" noValidate aria-label={say('identities.add')} onSubmit={event => void submit(event)}>
        <div className="field">
          <label htmlFor="identity-subject">{say('identities.subject')}</label>
          <p id="identity-subject-hint" className="hint">
            {say('identities.subjectHint')}
          </p>
          <input
            id="identity-subject"
            className="input"
            autoCapitalize="none"
            aria-describedby="identity-subject-hint"
            value={subject}
            onChange={event => setSubject(event.target.value)}
          />
          {needed && subject.trim() === '' && <p className="wrong">{say('field.needed')}</p>}
        </div>
        <div className="field">
          <label htmlFor="identity-issuer">
            {say('identities.issuer')} {hasProvider && <span className="optional">{say('optional')}</span>}
          </label>
          <p id="identity-issuer-hint" className="hint">
            {say(hasProvider ? 'identities.issuerKnown' : 'identities.issuerHint')}
          </p>
          <input
            id="identity-issuer"
            className="input"
            inputMode="url"
            autoCapitalize="none"
            aria-describedby="identity-issuer-hint"
            value={issuer}
            onChange={event => setIssuer(event.target.value)}
          />
          {needed && !hasProvider && issuer.trim() === '' && <p className="wrong">{say('field.needed')}</p>}
        </div>
        <Button type="submit" className="start">
          {say('identities.link')}
        </Button>
      </form>
    </details>
  );
}

export function Identities({ name, mayLink }: { name: string; mayLink: boolean }) {
  const say = useSay();
  const times = useTimes();
  const identities = useIdentities(name);
  const belonging = useBelonging(name, 'identities');
  const remove = async (id: string) => {
    if (await belonging.remove(id)) tell(say('identities.gone'));
  };
  if (identities.isError) return <NotRead look="notice" failure={identities.error} onTryAgain={identities.refetch} />;
  return (
    <>
      {belonging.failure && (
        <p className="notice late" role="alert">
          {belonging.failure}
        </p>
      )}
      {identities.data?.length === 0 && <p className="soft">{say('identities.none')}</p>}
      <ul className="stack">
        {identities.data?.map(one => (
          <li key={one.id} className="spread small">
            <span className="said">
              {one.subject}{' '}
              <span className="soft">
                {one.issuer} · {say('identities.since', { day: times.day(one.linked_at) })}
              </span>
            </span>
            {mayLink && (
              <Button
                look="danger"
                pending={belonging.pending === one.id}
                aria-label={say('identities.unlinkOf', { subject: one.subject })}
                onClick={() => void remove(one.id)}
              >
                {say('identities.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayLink && <Link name={name} onLink={belonging.add} />}
    </>
  );
}
