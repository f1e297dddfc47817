// SPDX-License-Identifier: Apache-2.0
// Who else is with this complaint: said before two people write the same letter, not after.
import { usePresence } from '../api/presence';
import { useStaffName } from '../api/queries';
import { useSession } from '../app/session';
import { useSay } from '../i18n';
import { Icon } from './icon';

export function OthersHere({ reference, isWriting }: { reference: string; isWriting: boolean }) {
  const say = useSay();
  const session = useSession();
  const staffName = useStaffName();
  const others = usePresence(reference, isWriting).filter(one => one.staff !== session.staff_id);
  return (
    <span role="status" className="line">
      {others.map(one => (
        <span key={one.staff} className={one.mode === 'writing' ? 'tag soon' : 'tag'}>
          <Icon name={one.mode === 'writing' ? 'pen' : 'person'} size={14} />
          {say(`presence.${one.mode}`, { name: staffName(one.staff) })}
        </span>
      ))}
    </span>
  );
}
