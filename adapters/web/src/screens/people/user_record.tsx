// SPDX-License-Identifier: Apache-2.0
// What belongs to a user: when they logged in, as whom identity providers know them, and the tokens of their programs.
import { may, useSession } from '../../app/session';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Identities } from './identities';
import { LogIns } from './log_ins';
import type { User } from './queries';
import { Tokens } from './tokens';

export function UserRecord({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay();
  const session = useSession();
  const mayManage = may(session, 'manage-users');
  const seesAll = mayManage || user.name === session.name;
  const title = say(seesAll ? 'users.belongingsOf' : 'users.recordOf', { name: user.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="dialog-body">
        <h2>{title}</h2>
        <section className="stack">
          <h3>{say('users.logIns')}</h3>
          <LogIns name={user.name} />
        </section>
        {seesAll && (
          <section className="stack">
            <h3>{say('identities.title')}</h3>
            <Identities name={user.name} mayLink={mayManage} />
          </section>
        )}
        {seesAll && (
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
