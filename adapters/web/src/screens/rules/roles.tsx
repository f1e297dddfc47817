// SPDX-License-Identifier: Apache-2.0
// Who may do what, as a matrix: a column for each role, a line for each thing that can be allowed. What is not ticked is forbidden.
import { Fragment } from 'react';
import { useLanguage, useSay } from '../../i18n';
import { Icon } from '../../ui/icon';
import { localeOf } from '../../ui/month';
import { NotRead } from '../../ui/not_read';
import { sectionCommands, sections } from '../complaint/guide';
import { useActionName } from '../people/scopes';
import { useRoleName } from '../people/user_form';
import { type Roles, useRoles } from './queries';
import { RuleTabs } from './tabs';

type Role = Roles['roles'][number];

/** The commands in the parts of a complaint that they belong to; what belongs to none comes last. */
function useParts(commands: string[]): [string, string[]][] {
  const say = useSay();
  const placed = new Set(sections.flatMap(section => sectionCommands[section]));
  const parts = sections.map((section): [string, string[]] => [
    say(`section.${section}`),
    sectionCommands[section].filter(one => commands.includes(one)),
  ]);
  const others: [string, string[]] = [say('section.exits'), commands.filter(one => !placed.has(one))];
  return [...parts, others].filter(([, names]) => names.length > 0);
}

function Lines({ title, actions, roles, allows }: { title: string; actions: string[]; roles: Role[]; allows: (role: Role) => string[] }) {
  const say = useSay();
  const actionName = useActionName();
  return (
    <Fragment>
      <tr className="matrix-part">
        <th scope="colgroup" colSpan={roles.length + 1}>
          {title}
        </th>
      </tr>
      {actions.map(action => (
        <tr key={action}>
          <th scope="row">{actionName(action)}</th>
          {roles.map(role => {
            const may = allows(role).includes(action);
            return (
              <td key={role.name} className={may ? 'may' : ''}>
                {may ? <Icon name="tick" size={16} /> : <span aria-hidden="true">·</span>}
                <span className="hidden">{say(may ? 'rules.may' : 'rules.mayNot')}</span>
              </td>
            );
          })}
        </tr>
      ))}
    </Fragment>
  );
}

function Limits({ roles }: { roles: Role[] }) {
  const say = useSay();
  const language = useLanguage();
  const amount = ({ remedy_most: most }: Role): string =>
    most === null
      ? say('rules.remedyOwn')
      : new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: most.currency }).format(most.minor_units / 100);
  return (
    <tr>
      <th scope="row">{say('rules.remedyMost')}</th>
      {roles.map(role => (
        <td key={role.name} className="small">
          {role.commands.includes('propose-remedy') ? amount(role) : <span aria-hidden="true">·</span>}
        </td>
      ))}
    </tr>
  );
}

function Matrix({ all }: { all: Roles }) {
  const say = useSay();
  const roleName = useRoleName();
  const parts = useParts(all.commands);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div className="table-wrap matrix-wrap" role="region" tabIndex={0} aria-label={say('rules.roles')}>
      <table className="table matrix">
        <thead>
          <tr>
            <td />
            {all.roles.map(role => (
              <th key={role.name} scope="col">
                {roleName(role.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Lines title={say('rules.privileges')} actions={all.privileges} roles={all.roles} allows={role => role.privileges} />
          {parts.map(([title, actions]) => (
            <Lines key={title} title={title} actions={actions} roles={all.roles} allows={role => role.commands} />
          ))}
          <Limits roles={all.roles} />
        </tbody>
      </table>
    </div>
  );
}

export function RolesScreen() {
  const say = useSay();
  const roles = useRoles();
  return (
    <div className="stack" style={{ gap: '1.5rem' }}>
      <RuleTabs at="roles" />
      <header>
        <h1 tabIndex={-1}>{say('rules.rolesTitle')}</h1>
        <p className="soft">{say('rules.rolesLead')}</p>
      </header>
      {roles.isPending && <div className="empty" aria-busy="true" />}
      {roles.isError && <NotRead failure={roles.error} onTryAgain={roles.refetch} />}
      {roles.data && <Matrix all={roles.data} />}
    </div>
  );
}
