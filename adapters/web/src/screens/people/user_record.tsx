// SPDX-License-Identifier: Apache-2.0
// When somebody logged in, and the tokens of their programs. A token is shown once, when it is made; here one can only see that it is there and take it back.
import { useState } from 'react';
import { ask } from '../../api/client';
import { cache } from '../../api/queries';
import { may, useSession } from '../../app/session';
import { useFailureText } from '../../forms/failure';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { tell } from '../../ui/toast';
import { type User, useLogIns, useTokens } from './queries';

function LogIns({ name }: { name: string }) {
  const say = useSay();
  const times = useTimes();
  const logIns = useLogIns(name).data;
  if (!logIns) return <p className="soft">{say('loading')}</p>;
  if (logIns.length === 0) return <p className="soft">{say('users.noLogIns')}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard */}
      <ul className="stack bulk-results" tabIndex={0} aria-label={say('users.logIns')}>
        {logIns.map((one, index) => (
          <li key={index} className="line small">
            <span className={`tag ${one.succeeded ? 'good' : 'late'}`}>{say(one.succeeded ? 'users.let' : 'users.turnedAway')}</span>
            <time dateTime={one.at}>{times.moment(one.at)}</time>
            <span className="soft number">{one.address}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Tokens({ name }: { name: string }) {
  const say = useSay();
  const times = useTimes();
  const textOf = useFailureText();
  const tokens = useTokens(name, true).data;
  const [pending, setPending] = useState('');
  const takeBack = async (id: string) => {
    setPending(id);
    try {
      await ask(`/api/v1/users/${encodeURIComponent(name)}/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
      tell(say('users.tokenGone'));
    } catch (thrown) {
      tell(textOf(thrown).title, 'refused');
    } finally {
      setPending('');
      void cache.invalidateQueries({ queryKey: ['users', name, 'tokens'] });
    }
  };
  if (!tokens || tokens.length === 0) return <p className="soft">{say('users.noTokens')}</p>;
  return (
    <ul className="stack">
      {tokens.map(one => (
        <li key={one.id} className="spread small">
          <span>
            <span className="number">{one.id}</span> <span className="soft">{times.day(one.made_at)}</span>
            {one.scopes.length > 0 && <span className="soft"> · {one.scopes.join(', ')}</span>}
          </span>
          <Button look="danger" pending={pending === one.id} onClick={() => void takeBack(one.id)}>
            {say('users.takeBack')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

export function UserRecord({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay();
  const session = useSession();
  const seesTokens = may(session, 'manage-users') || user.name === session.name;
  const title = say('users.recordOf', { name: user.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="dialog-body">
        <h2>{title}</h2>
        <section className="stack">
          <h3>{say('users.logIns')}</h3>
          <LogIns name={user.name} />
        </section>
        {seesTokens && (
          <section className="stack">
            <h3>{say('users.tokens')}</h3>
            <Tokens name={user.name} />
          </section>
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>{say('close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
