// SPDX-License-Identifier: Apache-2.0
import { Link } from 'wouter';
import { may, useSession } from '../../app/session';
import { useSay } from '../../i18n';

/** The screens about who works here; whoever may not read users is not shown the way to them. */
export function PeopleTabs({ at }: { at: 'people' | 'users' }) {
  const say = useSay();
  const session = useSession();
  if (!may(session, 'read-users')) return null;
  return (
    <nav className="tabs" aria-label={say('people.tabs')}>
      <Link href="/people" aria-current={at === 'people' ? 'page' : undefined}>
        {say('people.title')}
      </Link>
      <Link href="/people/users" aria-current={at === 'users' ? 'page' : undefined}>
        {say('users.title')}
      </Link>
    </nav>
  );
}
