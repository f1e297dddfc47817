// SPDX-License-Identifier: Apache-2.0
// One user, new or as they are. A password is never kept anywhere but in the box it is typed in; what else is filled in is a draft.
import { type FormEvent, useState } from 'react';
import { ask } from '../../api/client';
import { cache, useOrganisation } from '../../api/queries';
import { useSession } from '../../app/session';
import { useDraft } from '../../drafts/use_draft';
import { type FailureText, useFailureText } from '../../forms/failure';
import { Saved } from '../../forms/saved';
import { useSay, useWords } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Labelled } from '../../ui/labelled';
import { tell } from '../../ui/toast';
import type { User } from './queries';

/** The roles that a node begins with; one that an organisation has added is known once somebody has it. */
const usual = ['handler', 'manager', 'approver', 'executive', 'account-manager', 'auditor', 'administrator', 'program'];
const languages = ['en', 'lv', 'ru'];

export function useRoleName(): (role: string) => string {
  const words = useWords();
  return role => (words.has(`role.${role}`) ? words.say(`role.${role}`) : role);
}

interface Values {
  name: string;
  staff_id: string;
  roles: string[];
  language: string;
  disabled: boolean;
}

const valuesOf = (user: User | undefined): Values => ({
  name: user?.name ?? '',
  staff_id: user?.staff_id ?? '',
  roles: user?.roles ?? [],
  language: user?.language ?? 'en',
  disabled: user?.disabled ?? false,
});

/** What has changed, and no more: whoever changes their own language does not touch their own rights. */
function changed(user: User | undefined, values: Values, password: string): object {
  const before = valuesOf(user);
  const entries = Object.entries(values).filter(([name, value]) => {
    if (name === 'name' || name === 'disabled') return user ? name === 'disabled' && value !== before.disabled : name === 'name';
    return !user || JSON.stringify(value) !== JSON.stringify(before[name as keyof Values]);
  });
  const filled = entries.map(([name, value]) => [name, name === 'staff_id' && value === '' ? null : value]);
  return { ...Object.fromEntries(filled), ...(password ? { password } : {}) };
}

function useSaving(user: User | undefined, onSaved: (name: string) => void) {
  const textOf = useFailureText();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<FailureText | null>(null);
  const save = async (values: Values, password: string) => {
    setPending(true);
    setFailure(null);
    try {
      const path = user ? `/api/v1/users/${encodeURIComponent(user.name)}` : '/api/v1/users';
      const body = JSON.stringify(changed(user, values, password));
      await ask(path, { method: user ? 'PATCH' : 'POST', headers: { 'Content-Type': 'application/json' }, body });
      onSaved(values.name);
    } catch (thrown) {
      setFailure(textOf(thrown));
    } finally {
      setPending(false);
      void cache.invalidateQueries({ queryKey: ['users'] });
    }
  };
  return { pending, failure, save };
}

function Roles({ known, chosen, onChoose }: { known: string[]; chosen: string[]; onChoose: (roles: string[]) => void }) {
  const say = useSay();
  const roleName = useRoleName();
  return (
    <fieldset className="field">
      <legend>{say('users.roles')}</legend>
      <div className="choices">
        {known.map(role => (
          <label key={role} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(role)}
              onChange={event => onChoose(event.target.checked ? [...chosen, role] : chosen.filter(one => one !== role))}
            />
            {roleName(role)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type Change = (part: Partial<Values>) => void;

/** As which member of staff somebody logs in, and in which roles. */
function Rights({ values, all, onChange }: { values: Values; all: User[]; onChange: Change }) {
  const say = useSay();
  const staff = useOrganisation().data?.staff ?? [];
  const known = [...new Set([...usual, ...all.flatMap(one => one.roles)])];
  return (
    <>
      <Labelled id="user-staff" label={say('users.staff')}>
        <select id="user-staff" className="select" value={values.staff_id} onChange={event => onChange({ staff_id: event.target.value })}>
          <option value="">{say('users.nobody')}</option>
          {staff.map(one => (
            <option key={one.id} value={one.id}>
              {one.name}, {one.title}
            </option>
          ))}
        </select>
      </Labelled>
      <Roles known={known} chosen={values.roles} onChoose={roles => onChange({ roles })} />
    </>
  );
}

function Language({ values, onChange }: { values: Values; onChange: Change }) {
  const say = useSay();
  return (
    <Labelled id="user-language" label={say('language')}>
      <select id="user-language" className="select" value={values.language} onChange={event => onChange({ language: event.target.value })}>
        {languages.map(one => (
          <option key={one} value={one}>
            {say(`languageName.${one}`)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Password({ isNew, value, onChange }: { isNew: boolean; value: string; onChange: (password: string) => void }) {
  const say = useSay();
  return (
    <Labelled
      id="user-password"
      label={say(isNew ? 'logIn.password' : 'users.newPassword')}
      hint={say(isNew ? 'users.passwordHint' : 'users.newPasswordHint')}
    >
      <input
        id="user-password"
        className="input"
        type="password"
        autoComplete="new-password"
        aria-describedby="user-password-hint"
        value={value}
        onChange={event => onChange(event.target.value)}
      />
    </Labelled>
  );
}

function LogInName({ values, onChange }: { values: Values; onChange: Change }) {
  const say = useSay();
  return (
    <Labelled id="user-name" label={say('users.name')} hint={say('users.nameHint')}>
      <input
        id="user-name"
        className="input"
        autoCapitalize="none"
        aria-describedby="user-name-hint"
        value={values.name}
        onChange={event => onChange({ name: event.target.value })}
      />
    </Labelled>
  );
}

export function UserDialog({ user, all, onClose }: { user?: User; all: User[]; onClose: () => void }) {
  const say = useSay();
  const session = useSession();
  const draft = useDraft<Values>(`${session.name}/users/${user?.name ?? '+'}`, valuesOf(user));
  const [password, setPassword] = useState('');
  const saving = useSaving(user, name => {
    draft.discard();
    tell(say(user ? 'users.changed' : 'users.added', { name }));
    onClose();
  });
  const values = draft.value;
  const change: Change = part => draft.set({ ...values, ...part });
  const title = user ? say('users.changeOf', { name: user.name }) : say('users.add');
  // Whoever manages users does not change their own rights; the server would refuse it, so it is said beforehand.
  const isSelf = user?.name === session.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saving.save(values, password);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-body" noValidate aria-label={title} onSubmit={submit}>
        <h2>{title}</h2>
        {saving.failure && (
          <div className="notice late" role="alert">
            {[saving.failure.title, saving.failure.detail].filter(Boolean).join(' ')}
          </div>
        )}
        {!user && <LogInName values={values} onChange={change} />}
        {isSelf ? <p className="notice">{say('users.self')}</p> : <Rights values={values} all={all} onChange={change} />}
        <Language values={values} onChange={change} />
        <Password isNew={!user} value={password} onChange={setPassword} />
        {user && !isSelf && (
          <label className="line tick">
            <input type="checkbox" checked={values.disabled} onChange={event => change({ disabled: event.target.checked })} />
            {say('users.disable')}
          </label>
        )}
        <div className="dialog-actions">
          <Saved draft={draft} />
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button look="primary" type="submit" pending={saving.pending}>
            {say(user ? 'save' : 'users.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
