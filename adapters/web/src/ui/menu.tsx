// SPDX-License-Identifier: Apache-2.0
// A button that opens a panel: the browser's own popover, so that Escape and a press elsewhere close it. Arrow keys move among its items.
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icon';

interface Props {
  label: string;
  icon?: IconName;
  face?: ReactNode;
  look?: 'plain' | 'quiet';
  className?: string;
  children: (close: () => void) => ReactNode;
}

function place(button: HTMLElement, panel: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const width = panel.offsetWidth;
  const left = Math.min(Math.max(8, box.right - width), window.innerWidth - width - 8);
  const below = box.bottom + 6;
  const fits = below + panel.offsetHeight < window.innerHeight;
  panel.style.left = `${Math.max(8, left)}px`;
  panel.style.top = `${fits ? below : Math.max(8, box.top - panel.offsetHeight - 6)}px`;
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.menu-item')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
  if (items.length > 0) event.preventDefault();
}

export function Menu({ label, icon, face, look = 'quiet', className = '', children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const toggled = (shown: boolean) => {
    setOpen(shown);
    if (!shown || !button.current || !panel.current) return;
    place(button.current, panel.current);
    panel.current.querySelector<HTMLElement>('.menu-item, input, button')?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`button ${look}${face ? '' : ' icon'} ${className}`}
        aria-label={label}
        aria-expanded={open}
        popoverTarget={id}
      >
        {icon && <Icon name={icon} />}
        {face}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus among the buttons inside */}
      <div ref={panel} id={id} popover="auto" className="menu" onToggle={event => toggled(event.newState === 'open')} onKeyDown={move}>
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}
