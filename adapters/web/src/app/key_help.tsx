// SPDX-License-Identifier: Apache-2.0
import { useSay } from '../i18n';
import { faceOf, useActions } from '../keys/registry';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const actions = useActions().filter(one => one.keys);
  return (
    <Dialog title={say('keyboard')} onClose={onClose}>
      <div className="dialog-body">
        <h2>{say('keyboard')}</h2>
        <p className="soft">{say('keyboard.lead')}</p>
        <dl className="keys-list">
          {actions.map(action => (
            <div key={action.id + action.keys} style={{ display: 'contents' }}>
              <dt>{action.label ?? say(`action.${action.id}`)}</dt>
              <dd>
                <kbd>{faceOf(action.keys ?? '')}</kbd>
              </dd>
            </div>
          ))}
        </dl>
        <div className="dialog-actions">
          <Button onClick={onClose}>{say('close')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
