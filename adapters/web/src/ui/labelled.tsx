// SPDX-License-Identifier: Apache-2.0
// A box of a form with its label above it, and a hint that the box names as its description: `${id}-hint`.
import type { ReactNode } from 'react';

export function Labelled({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}
