// SPDX-License-Identifier: Apache-2.0
import { type FormEvent, useState } from 'react';
import { ProblemError } from '../api/client';
import { logIn, type Session } from '../api/session';
import { languages, preferences } from '../app/preferences';
import { useLanguage, useSay } from '../i18n';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ProviderLogIn } from './log_in_provider';

function whatFailed(failure: unknown, say: ReturnType<typeof useSay>): string {
  if (!(failure instanceof ProblemError)) return say('unreachable');
  if (failure.status === 429) return say('logIn.tooOften', { seconds: failure.retryAfter ?? 60 });
  if (failure.status === 401) return say('logIn.wrong');
  if (failure.status === 404) return say('logIn.none');
  return failure.problem.title ?? say('logIn.wrong');
}

function Form({ name: known, onDone }: { name?: string; onDone: (session: Session) => void }) {
  const say = useSay();
  const [name, setName] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    setFailure('');
    try {
      onDone(await logIn(name, password));
    } catch (thrown) {
      setFailure(whatFailed(thrown, say));
      setPending(false);
    }
  };
  return (
    <form className="stack" onSubmit={event => void submit(event)}>
      {failure && (
        <div className="notice late" role="alert">
          {failure}
        </div>
      )}
      <div className="field">
        <label htmlFor="log-in-name">{say('logIn.name')}</label>
        <input
          id="log-in-name"
          className="input"
          autoComplete="username"
          autoCapitalize="none"
          required
          value={name}
          onChange={event => setName(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="log-in-password">{say('logIn.password')}</label>
        <input
          id="log-in-password"
          className="input"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
      </div>
      <Button look="primary" type="submit" pending={pending}>
        {say('logIn.do')}
      </Button>
    </form>
  );
}

export function LanguageSwitch() {
  const say = useSay();
  const current = useLanguage();
  return (
    <fieldset className="choices">
      <legend className="hidden">{say('language')}</legend>
      {languages.map(one => (
        <label key={one} className="choice" lang={one}>
          <input
            type="radio"
            name="language"
            checked={one === current}
            onChange={() => preferences.set({ language: one, languageChosen: true })}
          />
          {say(`languageName.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

export function LogIn({ onDone }: { onDone: (session: Session) => void }) {
  const say = useSay();
  return (
    <main className="log-in">
      <div className="card stack">
        <img src="/icon.svg" width="40" height="40" alt="" />
        <div>
          <h1>{say('logIn.title')}</h1>
          <p className="soft">{say('logIn.lead')}</p>
        </div>
        <Form onDone={onDone} />
        <ProviderLogIn />
      </div>
      <LanguageSwitch />
    </main>
  );
}

export function LogInAgain({ name, onDone }: { name: string; onDone: (session: Session) => void }) {
  const say = useSay();
  return (
    <Dialog title={say('logIn.againTitle')} onClose={() => undefined}>
      <div className="dialog-body">
        <p>{say('logIn.again')}</p>
        <Form name={name} onDone={onDone} />
      </div>
    </Dialog>
  );
}
