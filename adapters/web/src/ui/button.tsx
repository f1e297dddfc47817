// SPDX-License-Identifier: Apache-2.0
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './icon';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: IconName;
  pending?: boolean;
  children?: ReactNode;
}

/** While it is pending it keeps its focus and its place, and does nothing more. */
export function Button({ look = 'plain', icon, pending = false, children, onClick, className = '', type = 'button', ...rest }: Props) {
  const only = icon && !children ? ' icon' : '';
  return (
    <button
      {...rest}
      type={pending ? 'button' : type}
      className={`button ${look}${only} ${className}`}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? event => event.preventDefault() : onClick}
    >
      {pending ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
