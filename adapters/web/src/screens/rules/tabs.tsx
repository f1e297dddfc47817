// SPDX-License-Identifier: Apache-2.0
import { Link } from 'wouter';
import { useSay } from '../../i18n';

const tabs = [
  ['roles', '/rules'],
  ['profiles', '/rules/profiles'],
  ['letters', '/rules/letters'],
] as const;

export function RuleTabs({ at }: { at: (typeof tabs)[number][0] }) {
  const say = useSay();
  return (
    <nav className="tabs" aria-label={say('rules.tabs')}>
      {tabs.map(([name, path]) => (
        <Link key={name} href={path} aria-current={at === name ? 'page' : undefined}>
          {say(`rules.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
