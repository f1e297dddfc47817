// SPDX-License-Identifier: Apache-2.0
import { Link } from 'wouter';
import { may, useSession } from '../../app/session';
import { useSay } from '../../i18n';

/** What can be audited; whoever may not read who read what is not shown the way to it. */
export function AuditTabs({ at }: { at: 'history' | 'readings' }) {
  const say = useSay();
  const session = useSession();
  if (!may(session, 'read-readings')) return null;
  return (
    <nav className="tabs" aria-label={say('audit.tabs')}>
      <Link href="/audit" aria-current={at === 'history' ? 'page' : undefined}>
        {say('audit.histories')}
      </Link>
      <Link href="/audit/readings" aria-current={at === 'readings' ? 'page' : undefined}>
        {say('readings.title')}
      </Link>
    </nav>
  );
}
