// SPDX-License-Identifier: Apache-2.0
import { type MouseEvent, memo } from 'react';
import type { Row } from '../../api/client';
import { useSay } from '../../i18n';
import { Clock } from '../../ui/clock';
import { channelIcons, Icon } from '../../ui/icon';
import { Pips } from '../../ui/pips';

interface Props {
  row: Row;
  chosen: boolean;
  peeked: boolean;
  onOpen: (event: MouseEvent<HTMLAnchorElement>) => void;
  onChoose: (event: MouseEvent, reference: string) => void;
  onPeek: (reference: string) => void;
}

export const WorkRow = memo(
  function WorkRow({ row, chosen, peeked, onOpen, onChoose, onPeek }: Props) {
    const say = useSay();
    return (
      <li className={`row${chosen ? ' chosen' : ''}${peeked ? ' peeked' : ''}`} data-reference={row.reference}>
        <label className="row-choose">
          <input
            type="checkbox"
            checked={chosen}
            aria-label={say('worklist.choose', { name: row.complainant_name })}
            onChange={() => undefined}
            onClick={event => onChoose(event, row.reference)}
          />
        </label>
        <div className="row-who">
          {/* Not a Link: two hundred of those would each listen for where the browser is. */}
          <a href={`/complaints/${row.reference}`} className="row-name" data-row-link onClick={onOpen}>
            {row.complainant_name}
          </a>
          <span className="row-reference soft small">
            <span title={say(`enum.channel.${row.channel}`)}>
              <Icon name={channelIcons[row.channel] ?? 'mail'} size={14} />
              <span className="hidden">{say(`enum.channel.${row.channel}`)}</span>
            </span>
            <span className="number">{row.reference}</span>
            <abbr title={say(`languageName.${row.language}`)}>{row.language.toUpperCase()}</abbr>
          </span>
        </div>
        <div className="row-clock">
          <Clock at={row.next_due_at} />
        </div>
        <div className="row-stage small">
          <Pips stage={row.stage} />
          {row.escalation !== 'NotEscalated' && <span className="tag soon">{say(`escalation.${row.escalation}`)}</span>}
          {row.waiting !== 'NotWaiting' && <span className="tag">{say('waiting.WaitingForComplainant')}</span>}
        </div>
        <div className="row-handler small">{row.handler ? row.handler.name : <span className="tag soon">{say('nobody')}</span>}</div>
        <button
          type="button"
          className="button quiet icon row-peek"
          aria-label={say('worklist.peekAt', { name: row.complainant_name })}
          tabIndex={-1}
          onClick={() => onPeek(peeked ? '' : row.reference)}
        >
          <Icon name="right" />
        </button>
      </li>
    );
  },
  (a, b) => a.row === b.row && a.chosen === b.chosen && a.peeked === b.peeked,
);
