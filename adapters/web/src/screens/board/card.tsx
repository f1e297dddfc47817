// SPDX-License-Identifier: Apache-2.0
import type { DragEvent } from 'react';
import { Link } from 'wouter';
import type { Row } from '../../api/client';
import { useSay } from '../../i18n';
import { Button } from '../../ui/button';
import { Clock } from '../../ui/clock';
import { channelIcons, Icon } from '../../ui/icon';

interface Props {
  row: Row;
  onDrag: (event: DragEvent) => void;
  onDragEnd: () => void;
  onMove: () => void;
}

export function BoardCard({ row, onDrag, onDragEnd, onMove }: Props) {
  const say = useSay();
  return (
    <li className="board-card" data-card={row.reference} draggable onDragStart={onDrag} onDragEnd={onDragEnd}>
      <div className="board-who">
        <Link href={`/complaints/${row.reference}`} className="row-name" data-row-link draggable={false}>
          {row.complainant_name}
        </Link>
        <Button
          look="quiet"
          icon="dots"
          className="board-move"
          aria-label={say('board.move', { name: row.complainant_name })}
          onClick={onMove}
        />
      </div>
      <span className="row-reference soft small">
        <Icon name={channelIcons[row.channel] ?? 'mail'} size={14} />
        <span className="hidden">{say(`enum.channel.${row.channel}`)}</span>
        <span className="number">{row.reference}</span>
      </span>
      <Clock at={row.next_due_at} />
      <div className="line small">
        {row.handler ? <span className="soft">{row.handler.name}</span> : <span className="tag soon">{say('nobody')}</span>}
        {row.waiting !== 'NotWaiting' && <span className="tag">{say('waiting.WaitingForComplainant')}</span>}
        {row.escalation !== 'NotEscalated' && <span className="tag soon">{say(`escalation.${row.escalation}`)}</span>}
      </div>
    </li>
  );
}
