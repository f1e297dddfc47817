// SPDX-License-Identifier: Apache-2.0
import type { DraftHandle } from '../drafts/use_draft';
import { useSay } from '../i18n';
import { useTimes } from '../i18n/times';
import { Button } from '../ui/button';

/** Where what is written lies. The server keeps no drafts yet, so the words promise no more than this computer. */
export function Saved<T>({ draft }: { draft: DraftHandle<T> }) {
  const say = useSay();
  const times = useTimes();
  if (draft.saving === 'failed')
    return (
      <span className="saved wrong" role="status">
        {say('draft.failed')}
      </span>
    );
  if (draft.savedAt === null) return null;
  const clock = times.clock(new Date(draft.savedAt));
  return (
    <span className="saved small soft">
      <span role="status">{draft.saving === 'waiting' ? say('draft.saving') : say('draft.saved', { clock })}</span>
      <Button look="quiet" onClick={draft.discard}>
        {say('draft.discard')}
      </Button>
    </span>
  );
}
