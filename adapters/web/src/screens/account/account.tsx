// SPDX-License-Identifier: Apache-2.0
// What is one's own: who one is here, when one logged in, the password, and the tokens of one's programs.
import { useStaffName } from '../../api/queries';
import { useSession } from '../../app/session';
import { useSay } from '../../i18n';
import { Identities } from '../people/identities';
import { LogIns } from '../people/log_ins';
import { Tokens } from '../people/tokens';
import { useRoleName } from '../people/user_form';
import { Password } from './password';

export function AccountScreen() {
  const say = useSay();
  const session = useSession();
  const staffName = useStaffName();
  const roleName = useRoleName();
  return (
    <div className="stack narrow account">
      <header>
        <h1 tabIndex={-1}>{say('account.title')}</h1>
        <p className="soft line">
          <span>{session.staff_id ? `${staffName(session.staff_id)} (${session.name})` : session.name}</span>
          {session.roles.map(role => (
            <span key={role} className="tag accent">
              {roleName(role)}
            </span>
          ))}
        </p>
      </header>
      <section className="card stack" aria-labelledby="own-log-ins">
        <h2 id="own-log-ins">{say('users.logIns')}</h2>
        <p className="soft small">{say('account.logInsLead')}</p>
        <LogIns name={session.name} />
      </section>
      <section className="card stack" aria-labelledby="own-password">
        <h2 id="own-password">{say('password.title')}</h2>
        <p className="soft small">{say('password.lead')}</p>
        <Password name={session.name} />
      </section>
      <section className="card stack" aria-labelledby="own-tokens">
        <h2 id="own-tokens">{say('users.tokens')}</h2>
        <p className="soft small">{say('account.tokensLead')}</p>
        <Tokens name={session.name} />
      </section>
      <section className="card stack" aria-labelledby="own-identities">
        <h2 id="own-identities">{say('identities.title')}</h2>
        <Identities name={session.name} mayLink={false} />
      </section>
    </div>
  );
}
