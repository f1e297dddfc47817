// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { cache, useOrganisation } from '../../api/queries';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { road } from '../../ui/pips';
import { saveView } from './views';

const exits = ['NotAgreed', 'Withdrawn', 'Merged', 'Referred'];

interface Wanted {
  filter: string;
  stage: string;
  handler: string;
}

function SaveView({ query }: { query: string }) {
  const say = useSay();
  const [name, setName] = useState('');
  return (
    <Menu label={say('views.save')} face={say('views.save')} icon="plus">
      {close => (
        <form
          className="stack"
          style={{ padding: '0.6rem' }}
          onSubmit={event => {
            event.preventDefault();
            if (name.trim()) saveView({ name: name.trim(), query });
            close();
          }}
        >
          <label className="field">
            <span className="label">{say('views.name')}</span>
            <input className="input" value={name} onChange={event => setName(event.target.value)} />
          </label>
          <Button look="primary" type="submit">
            {say('save')}
          </Button>
        </form>
      )}
    </Menu>
  );
}

export function Filters({
  wanted,
  text,
  query,
  onChange,
}: {
  wanted: Wanted;
  text: string;
  query: string;
  onChange: (part: Partial<Wanted & { filter: 'open' }>) => void;
}) {
  const say = useSay();
  const staff = useOrganisation().data?.staff ?? [];
  const isNarrow = wanted.filter !== 'open' || wanted.stage !== '' || wanted.handler !== '';
  return (
    <div className="line filters">
      <select
        className="select"
        aria-label={say('filter.stage')}
        value={wanted.stage}
        onChange={event => onChange({ stage: event.target.value })}
      >
        <option value="">{say('filter.everyStage')}</option>
        {[...road, ...exits].map(stage => (
          <option key={stage} value={stage}>
            {say(`stage.${stage}`)}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={say('filter.handler')}
        value={wanted.handler}
        onChange={event => onChange({ handler: event.target.value })}
      >
        <option value="">{say('filter.everybody')}</option>
        {staff.map(one => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      {isNarrow && <SaveView query={query} />}
      {(isNarrow || text) && (
        <Button
          look="quiet"
          icon="cross"
          onClick={() => {
            cache.setQueryData(['search'], '');
            onChange({ filter: 'open', stage: '', handler: '' });
          }}
        >
          {text ? say('filter.clearText', { text }) : say('filter.clear')}
        </Button>
      )}
    </div>
  );
}
