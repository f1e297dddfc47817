// SPDX-License-Identifier: Apache-2.0
// Who may log in, as whom, and in which roles. What a role allows is the server's to say; here it is only given and taken.
import { useState } from 'react';
import { ProblemError } from '../../api/client';
import { useStaffName } from '../../api/queries';
import { may, useSession } from '../../app/session';
import { useSay } from '../../i18n';
import { useTimes } from '../../i18n/times';
import { Button } from '../../ui/button';
import { NotRead } from '../../ui/not_read';
import { type User, useUsers } from './queries';
import { PeopleTabs } from './tabs';
import { UserDialog, useRoleName } from './user_form';
import { UserRecord } from './user_record';

function UserRow({ user, mayManage, onChange, onRecord }: { user: User; mayManage: boolean; onChange: () => void; onRecord: () => void }) {
  const say = useSay();
  const times = useTimes();
  const staffName = useStaffName();
  const roleName = useRoleName();
  const isOwn = useSession().name === user.name;
  const seesAll = mayManage || isOwn;
  return (
    <tr>
      <td>
        <strong>{user.name}</strong>
        <p className="small soft">{user.staff_id ? staffName(user.staff_id) : say(user.logs_in ? 'users.nobody' : 'users.program')}</p>
      </td>
      <td>
        <span className="line">
          {user.roles.map(role => (
            <span key={role} className="tag accent">
              {roleName(role)}
            </span>
          ))}
          {user.disabled && <span className="tag late">{say('users.disabled')}</span>}
        </span>
      </td>
      <td className="soft wide-only">{say(`languageName.${user.language}`)}</td>
      <td className="soft wide-only">{times.day(user.made_at)}</td>
      <td className="number">
        <span className="line row-actions">
          <Button look="quiet" aria-label={say(seesAll ? 'users.belongingsOf' : 'users.recordOf', { name: user.name })} onClick={onRecord}>
            {say(seesAll ? 'users.belongings' : 'users.record')}
          </Button>
          {mayManage && (
            <Button look="quiet" icon="pen" aria-label={say('users.changeOf', { name: user.name })} onClick={onChange}>
              {say('users.change')}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

type Open = { kind: 'add' } | { kind: 'change' | 'record'; name: string } | null;

export function UsersScreen() {
  const say = useSay();
  const session = useSession();
  const users = useUsers();
  const [open, setOpen] = useState<Open>(null);
  const mayManage = may(session, 'manage-users');
  const wanted = open && 'name' in open ? users.data?.find(one => one.name === open.name) : undefined;
  if (users.error instanceof ProblemError && users.error.status === 403) return <p className="empty">{say('users.mayNot')}</p>;
  return (
    <div className="stack" style={{ gap: '1.5rem' }}>
      <PeopleTabs at="users" />
      <header className="spread">
        <div>
          <h1 tabIndex={-1}>{say('users.title')}</h1>
          <p className="soft">{say('users.lead')}</p>
        </div>
        {mayManage && (
          <Button look="primary" icon="plus" onClick={() => setOpen({ kind: 'add' })}>
            {say('users.add')}
          </Button>
        )}
      </header>
      {users.isError && <NotRead look="notice" failure={users.error} onTryAgain={users.refetch} />}
      {users.data && (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('users.user')}</th>
                <th scope="col">{say('users.roles')}</th>
                <th scope="col" className="wide-only">
                  {say('language')}
                </th>
                <th scope="col" className="wide-only">
                  {say('users.since')}
                </th>
                <th scope="col" className="number">
                  <span className="hidden">{say('users.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {users.data.map(user => (
                <UserRow
                  key={user.name}
                  user={user}
                  mayManage={mayManage}
                  onChange={() => setOpen({ kind: 'change', name: user.name })}
                  onRecord={() => setOpen({ kind: 'record', name: user.name })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open?.kind === 'add' && <UserDialog all={users.data ?? []} onClose={() => setOpen(null)} />}
      {open?.kind === 'change' && wanted && <UserDialog user={wanted} all={users.data ?? []} onClose={() => setOpen(null)} />}
      {open?.kind === 'record' && wanted && <UserRecord user={wanted} onClose={() => setOpen(null)} />}
    </div>
  );
}
